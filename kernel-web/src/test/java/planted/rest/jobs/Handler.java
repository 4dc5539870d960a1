package planted.rest.jobs;

import jakarta.ws.rs.core.Response;

interface Handler {
    Response handle();
}
