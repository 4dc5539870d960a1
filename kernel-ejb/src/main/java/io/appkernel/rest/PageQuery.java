package io.appkernel.rest;

import io.appkernel.errors.ErrorCode;
import io.appkernel.errors.FieldError;
import io.appkernel.errors.KernelException;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.util.List;

/**
 * Which part of a list a caller wants, to take as {@code @BeanParam}. One per request.
 *
 * <pre>{@code
 * @GET
 * public Page<Widget> list(@BeanParam PageQuery page) { … }
 * }</pre>
 */
public class PageQuery {
    /** The most items a page has unless the route says otherwise. */
    public static final int CAP = 100;

    @QueryParam("limit")
    @DefaultValue("50")
    int limit;

    @QueryParam("offset")
    @DefaultValue("0")
    int offset;

    /** How many items at the most: what was asked for, lowered to {@link #CAP}. */
    public int limit() {
        return limit(CAP);
    }

    /** The same with another cap. */
    public int limit(int cap) {
        return Math.min(atLeast("limit", limit, 1), cap);
    }

    /** How many items to pass over. */
    public int offset() {
        return atLeast("offset", offset, 0);
    }

    private static int atLeast(String name, int value, int least) {
        if (value < least) {
            String message = "must be at least " + least;
            throw new KernelException(
                    ErrorCode.INVALID,
                    "The parameter " + name + " " + message + ".",
                    List.of(new FieldError(name, message)));
        }
        return value;
    }
}
