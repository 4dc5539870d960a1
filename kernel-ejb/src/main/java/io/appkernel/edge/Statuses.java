package io.appkernel.edge;

import jakarta.ws.rs.core.Response;

/** What the status codes mean, in words for a caller. */
final class Statuses {
    private Statuses() {}

    static String title(int status) {
        if (status == 413) {
            return "Content Too Large";
        }
        if (status == 422) {
            return "Unprocessable Content";
        }
        Response.Status known = Response.Status.fromStatusCode(status);
        return known == null ? "Error" : known.getReasonPhrase();
    }

    /** What to say when nobody said anything better. */
    static String detail(int status) {
        return switch (status) {
            case 400 -> "The request could not be understood.";
            case 401 -> "Sign in, or send a valid credential as: Authorization: Bearer <token>.";
            case 403 -> "You may not do this.";
            case 404 -> "There is nothing here.";
            case 405 -> "This method is not allowed here; the Allow header lists those that are.";
            case 406 -> "None of the media types in Accept can be given.";
            case 413 -> "The body is too large.";
            case 415 -> "This media type is not read here; send application/json.";
            case 500 -> "Something went wrong on our side. Quote the request id when you report it.";
            case 503 -> "The service cannot answer now. Try again shortly.";
            default -> title(status) + ".";
        };
    }
}
