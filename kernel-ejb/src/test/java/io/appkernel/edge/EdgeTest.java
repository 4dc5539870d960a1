package io.appkernel.edge;

import static io.appkernel.edge.EdgeServer.header;
import static io.appkernel.edge.EdgeServer.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an app's servlets may do to the edge, in a real container. */
class EdgeTest {
    @TempDir
    Path directory;

    private EdgeServer server;

    @AfterEach
    void stop() throws Exception {
        server.close();
    }

    /** What a servlet does with a request. */
    private interface Work {
        void run(HttpServletRequest request, HttpServletResponse response) throws IOException, ServletException;
    }

    private static HttpServlet servlet(Work work) {
        return new HttpServlet() {
            @Override
            protected void service(HttpServletRequest request, HttpServletResponse response)
                    throws IOException, ServletException {
                work.run(request, response);
            }
        };
    }

    private void serve(Work work) throws Exception {
        server = new EdgeServer(directory, "/api/v1").with("/it", servlet(work)).start();
    }

    // ---- failures

    @Test
    void anErrorIsA500AsAnExceptionIs() throws Exception {
        serve((request, response) -> {
            response.getWriter().write("half");
            throw new StackOverflowError("deep");
        });
        HttpResponse<byte[]> answer = server.get("/it");
        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(header(answer, "Content-Type")).isEqualTo(Problem.MEDIA_TYPE);
        assertThat(text(answer)).doesNotContain("half", "deep");
    }

    @Test
    void anAnswerThatBreaksOffDoesNotLookWhole() throws Exception {
        serve((request, response) -> {
            response.setContentType("text/plain");
            response.getOutputStream().print("x".repeat(50_000));
            response.flushBuffer();
            throw new IllegalStateException("half way");
        });
        assertThatThrownBy(() -> {
                    byte[] body = server.get("/it", "Accept-Encoding", "gzip").body();
                    new GZIPInputStream(new ByteArrayInputStream(body)).readAllBytes();
                })
                .isInstanceOf(IOException.class);
    }

    @Test
    void aStatusThatIsNoErrorSendsNoProblem() throws Exception {
        serve((request, response) -> response.sendError(304));
        HttpResponse<byte[]> answer = server.get("/it");
        assertThat(answer.statusCode()).isEqualTo(304);
        assertThat(answer.body()).isEmpty();
        assertThat(header(answer, "Content-Type")).isEmpty();
    }

    // ---- redirects

    @Test
    void aRedirectNamesNoHostAndIsNotKept() throws Exception {
        serve((request, response) -> response.sendRedirect("/else where?a=ü"));
        HttpResponse<byte[]> answer = server.get("/it");
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(header(answer, "Location")).isEqualTo("/else%20where?a=%C3%BC");
        assertThat(header(answer, "Cache-Control")).isEqualTo(CachePolicy.NEVER);
        assertThat(header(answer, "X-Runtime")).isNotEmpty();
    }

    // ---- writers and lengths

    @Test
    void aSmallAnswerOfAWriterTellsItsLength() throws Exception {
        serve((request, response) -> {
            response.setContentType("text/plain;charset=UTF-8");
            response.getWriter().write("grüße");
        });
        HttpResponse<byte[]> answer = server.get("/it");
        assertThat(text(answer)).isEqualTo("grüße");
        assertThat(header(answer, "Content-Length")).isEqualTo("7");
    }

    @Test
    void aWriterCanBeUsedAfterItsBufferWasReset() throws Exception {
        serve((request, response) -> {
            PrintWriter writer = response.getWriter();
            writer.write("no ");
            response.resetBuffer();
            writer.write("yes");
        });
        assertThat(text(server.get("/it"))).isEqualTo("yes");
    }

    @Test
    void aWriterAndAStreamExcludeEachOther() throws Exception {
        serve((request, response) -> {
            response.setContentType("application/json");
            response.getOutputStream().print("{}");
            assertThatThrownBy(response::getWriter).isInstanceOf(IllegalStateException.class);
        });
        HttpResponse<byte[]> answer = server.get("/it");
        assertThat(text(answer)).isEqualTo("{}");
        assertThat(header(answer, "Content-Type")).isEqualTo("application/json");
    }

    @Test
    void aLengthSaidAsANumberDoesNotSurviveCompression() throws Exception {
        serve((request, response) -> {
            response.setContentType("text/plain");
            response.addIntHeader("Content-Length", 5_000);
            response.getOutputStream().print("x".repeat(5_000));
        });
        HttpResponse<byte[]> answer = server.get("/it", "Accept-Encoding", "gzip");
        byte[] whole = new GZIPInputStream(new ByteArrayInputStream(answer.body())).readAllBytes();
        assertThat(whole).hasSize(5_000);
    }

    @Test
    void aLengthIsForgottenWithTheAnswerItWasSaidOf() throws Exception {
        serve((request, response) -> {
            response.setContentLength(5_000);
            response.reset();
            response.getOutputStream().print("short");
        });
        assertThat(text(server.get("/it"))).isEqualTo("short");
    }

    // ---- asynchronous answers

    @Test
    void whatAWriterHoldsGoesOutWhenAnAsynchronousAnswerIsComplete() throws Exception {
        serve((request, response) -> {
            AsyncContext async = request.startAsync();
            async.start(() -> {
                try {
                    async.getResponse().getWriter().write("later");
                } catch (IOException e) {
                    throw new java.io.UncheckedIOException(e);
                }
                async.complete();
            });
        });
        assertThat(text(server.get("/it"))).isEqualTo("later");
    }

    @Test
    void anEmptyAsynchronousAnswerCarriesTheHeadersToo() throws Exception {
        serve((request, response) -> {
            AsyncContext async = request.startAsync();
            async.start(() -> {
                response.setStatus(204);
                async.complete();
            });
        });
        HttpResponse<byte[]> answer = server.get("/it");
        assertThat(answer.statusCode()).isEqualTo(204);
        assertThat(header(answer, "X-Runtime")).isNotEmpty();
        assertThat(header(answer, "Cache-Control")).isEqualTo(CachePolicy.NEVER);
    }

    // ---- requests

    @Test
    void aBodyOfUnknownLengthHasOneReader() throws Exception {
        serve((request, response) -> {
            String first = request.getReader().readLine();
            String second = request.getReader().readLine();
            response.getWriter().write(first + "," + second);
        });
        byte[] lines = "one\ntwo\n".getBytes(java.nio.charset.StandardCharsets.UTF_8);
        HttpResponse<byte[]> answer = server.send(
                server.request("/it").POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(lines))));
        assertThat(text(answer)).isEqualTo("one,two");
    }

    @Test
    void traceWouldRepeatCredentialsAndIsRefused() throws Exception {
        serve((request, response) -> response.getWriter().write("traced"));
        HttpResponse<byte[]> answer = server.send(server.request("/it").method("TRACE", BodyPublishers.noBody()));
        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(header(answer, "Allow")).contains("GET");
    }

    // ---- headers

    @Test
    void cachesAreToldOfTheOriginWhateverTheAppSaysTheAnswerVariesBy() throws Exception {
        serve((request, response) -> {
            response.setHeader("Vary", "Accept");
            response.getWriter().write("x");
        });
        assertThat(header(server.get("/it"), "Vary")).contains("Accept", "Origin");
    }

    // ---- another API prefix

    private void serveRenamed() throws Exception {
        server = new EdgeServer(directory, "/v2")
                .withApi(servlet((request, response) -> {
                    response.setContentType("application/json");
                    response.getOutputStream().print("{\"path\":\"" + request.getPathInfo() + "\"}");
                }))
                .start();
    }

    @Test
    void answersUnderAnotherPrefixAreNoStaticFiles() throws Exception {
        serveRenamed();
        HttpResponse<byte[]> answer = server.get("/v2/things");
        assertThat(text(answer)).isEqualTo("{\"path\":\"/things\"}");
        assertThat(header(answer, "Cache-Control")).isEqualTo(CachePolicy.NEVER);
        assertThat(header(answer, "Content-Security-Policy")).contains("default-src 'none'");
        assertThat(header(answer, "Content-Type")).isEqualTo("application/json");
        assertThat(header(answer, "Content-Length")).isEqualTo("18");
    }

    @Test
    void theFixedPrefixIsShutHoweverItIsWritten() throws Exception {
        serveRenamed();
        for (String path :
                new String[] {"/api/v1/x", "/api/%76%31/x", "/api;a=b/v1/x", "//api/v1/x", "/y/../api/v1/x"}) {
            assertThat(server.get(path).statusCode()).as(path).isEqualTo(404);
        }
    }

    @Test
    void stepsUpwardDoNotLeaveThePrefix() throws Exception {
        serveRenamed();
        for (String path : new String[] {"/v2/..;/x", "/v2/%2e%2e/x", "/v2/a/..;/../x", "/%76%32/x"}) {
            assertThat(server.get(path).statusCode()).as(path).isIn(400, 404);
        }
    }
}
