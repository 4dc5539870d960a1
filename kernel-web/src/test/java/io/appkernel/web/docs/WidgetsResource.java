package io.appkernel.web.docs;

import io.appkernel.rest.OptionalBody;
import io.swagger.v3.oas.annotations.Hidden;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.json.bind.annotation.JsonbProperty;
import jakarta.json.bind.annotation.JsonbTransient;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityPart;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.io.InputStream;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionStage;

/** A resource with one of everything; nothing calls it. */
@Path("widgets")
@Tag(name = "Widgets", description = "Things to sell.")
public class WidgetsResource {
    @QueryParam("trace")
    boolean trace;

    public enum Colour {
        RED,
        BLUE
    }

    public record NewWidget(
            @NotNull @Size(min = 1, max = 40) String widgetName,
            @Min(1) @Max(9) int unitCount,
            @Email String ownerMail,
            @Pattern(regexp = "[a-z]+") String code,
            Optional<String> note,
            Colour colour,
            BigDecimal price,
            List<Part> parts) {}

    public record Part(String label) {}

    public record Page<T>(List<T> items, int limit, int offset, long total) {}

    public static class Widget {
        String id;
        Instant createdAt;

        @JsonbProperty("called")
        String name;

        @JsonbTransient
        String secret;

        private int weight;

        public int getWeight() {
            return weight;
        }
    }

    public static class Filter {
        @QueryParam("colour")
        @DefaultValue("RED")
        Colour colour;

        @QueryParam("tag")
        List<String> tags;

        @HeaderParam("X-Shop")
        @NotNull String shop;
    }

    @GET
    public Page<Widget> list(
            @QueryParam("limit") @DefaultValue("20") @Max(100) int limit,
            @BeanParam Filter filter,
            @CookieParam("session") String session,
            @Context UriInfo uri) {
        throw new UnsupportedOperationException();
    }

    @POST
    @Operation(summary = "Make a widget", description = "It is for sale at once.")
    @ApiResponse(
            responseCode = "201",
            description = "Made",
            content = @Content(schema = @Schema(implementation = Widget.class)))
    @ApiResponse(responseCode = "409", description = "There is one of that name")
    public Response create(@NotNull NewWidget widget) {
        throw new UnsupportedOperationException();
    }

    @GET
    @Path("{id: [0-9]{2}}")
    public CompletionStage<Widget> get(@PathParam("id") String id) {
        throw new UnsupportedOperationException();
    }

    @DELETE
    @Path("{id}")
    @Deprecated
    public void delete(
            @PathParam("id") UUID id, @Parameter(description = "Do it") @QueryParam("confirm") boolean sure) {}

    @PUT
    @Path("{id}/part")
    public io.appkernel.web.docs.other.Part replacePart(OptionalBody<io.appkernel.web.docs.other.Part> part) {
        throw new UnsupportedOperationException();
    }

    @GET
    @Path("events")
    @Produces("text/event-stream")
    public void events(@Context SseEventSink sink, @Context Sse sse) {}

    @GET
    @Path("names")
    @Produces("text/plain;charset=UTF-8")
    public String names() {
        throw new UnsupportedOperationException();
    }

    @GET
    @Path("picture")
    public InputStream picture() {
        throw new UnsupportedOperationException();
    }

    @POST
    @Path("picture")
    @Consumes("multipart/form-data")
    public Response upload(@FormParam("picture") @NotNull EntityPart picture, @FormParam("title") String title) {
        throw new UnsupportedOperationException();
    }

    @PATCH
    @Path("names")
    public List<Widget> rename(List<Part> names) {
        throw new UnsupportedOperationException();
    }

    @GET
    @Path("hidden")
    @Hidden
    public String hidden() {
        throw new UnsupportedOperationException();
    }
}
