package io.appkernel.edge;

import io.appkernel.context.Calls;
import io.appkernel.json.Json;
import io.appkernel.log.KernelLog;
import io.appkernel.settings.Environment;
import io.appkernel.settings.KernelSettings;
import io.appkernel.settings.NodeRole;
import io.appkernel.settings.NodeSettings;
import jakarta.servlet.Filter;
import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.core.StandardContext;
import org.apache.catalina.startup.Tomcat;
import org.apache.tomcat.util.descriptor.web.FilterDef;
import org.apache.tomcat.util.descriptor.web.FilterMap;

/** The edge in front of servlets in a real container, on a free port of the loopback. */
final class EdgeServer implements AutoCloseable {
    private static final String KERNEL_APPLICATION = "io.appkernel.web.KernelApplication";

    private final Tomcat tomcat = new Tomcat();
    private final HttpClient client = HttpClient.newHttpClient();
    private final Context context;

    EdgeServer(Path directory, String apiPrefix) {
        tomcat.setSilent(true);
        tomcat.setBaseDir(directory.toString());
        Connector connector = new Connector();
        connector.setPort(0);
        connector.setProperty("address", "127.0.0.1");
        connector.setAllowTrace(true);
        tomcat.setConnector(connector);
        context = tomcat.addContext("", directory.toString());
        StandardContext quiet = (StandardContext) context;
        quiet.setClearReferencesObjectStreamClassCaches(false);
        quiet.setClearReferencesRmiTargets(false);
        quiet.setClearReferencesThreadLocals(false);
        Tomcat.addServlet(context, "default", "org.apache.catalina.servlets.DefaultServlet");
        context.addServletMappingDecoded("/", "default");
        Edge edge = edge(apiPrefix);
        Filter filter = (request, response, chain) -> edge.handle(
                (HttpServletRequest) request,
                (HttpServletResponse) response,
                Door.of(request.getServletContext(), apiPrefix),
                chain);
        FilterDef definition = new FilterDef();
        definition.setFilterName("edge");
        definition.setFilter(filter);
        definition.setAsyncSupported("true");
        context.addFilterDef(definition);
        FilterMap mapping = new FilterMap();
        mapping.setFilterName("edge");
        mapping.addURLPattern("/*");
        context.addFilterMap(mapping);
    }

    private static Edge edge(String apiPrefix) {
        Calls calls = new Calls();
        EdgeSettings settings = new EdgeSettings(100_000, true, false, true, List.of(), List.of());
        CorsSettings cors =
                new CorsSettings(true, List.of("https://app.example.com"), true, List.of("*"), List.of("*"), List.of());
        NodeSettings node = new NodeSettings(
                "app", "1", "", Environment.TEST, NodeRole.ALL, apiPrefix, false, Path.of(".data"), Optional.empty());
        Observed nobody = new Observed(calls, null, KernelLog.to(line -> {}), null, settings) {
            @Override
            void ended(Exchange exchange, EdgeResponse response) {}
        };
        return new Edge(
                calls,
                new Json(),
                nobody,
                new Problems(thrown -> Optional.empty()),
                KernelSettings.of(settings, cors, node));
    }

    EdgeServer with(String path, Servlet servlet) {
        return with("servlet at " + path, path, servlet);
    }

    /** A servlet in the place of the kernel's JAX-RS application. */
    EdgeServer withApi(Servlet servlet) {
        return with(KERNEL_APPLICATION, "/api/v1/*", servlet);
    }

    private EdgeServer with(String name, String path, Servlet servlet) {
        Tomcat.addServlet(context, name, servlet).setAsyncSupported(true);
        context.addServletMappingDecoded(path, name);
        return this;
    }

    EdgeServer start() throws LifecycleException {
        tomcat.start();
        return this;
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(
                URI.create("http://127.0.0.1:" + tomcat.getConnector().getLocalPort() + path));
    }

    HttpResponse<byte[]> get(String path, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = request(path);
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    HttpResponse<byte[]> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), BodyHandlers.ofByteArray());
    }

    static String text(HttpResponse<byte[]> response) {
        return new String(response.body(), StandardCharsets.UTF_8);
    }

    static String header(HttpResponse<?> response, String name) {
        return String.join(", ", response.headers().allValues(name));
    }

    @Override
    public void close() throws LifecycleException {
        tomcat.stop();
        tomcat.destroy();
    }
}
