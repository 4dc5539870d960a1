package planted.servlets.jobs;

import jakarta.servlet.http.HttpServletRequest;

interface Page {
    String show(HttpServletRequest request);
}
