package io.appkernel.edge;

import io.appkernel.settings.KernelSettings;
import io.appkernel.settings.NodeSettings;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.FilterConfig;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The door of a WAR. Made by the initializer, not by CDI, so it fetches its beans itself. */
final class EdgeFilter implements Filter {
    private @Nullable Edge edge;
    private @Nullable Door door;

    @Override
    public void init(FilterConfig config) {
        CDI<Object> beans = CDI.current();
        KernelSettings settings = beans.select(KernelSettings.class).get();
        edge = beans.select(Edge.class).get();
        door = Door.of(
                config.getServletContext(), settings.get(NodeSettings.class).apiPrefix());
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (edge == null || door == null) {
            throw new ServletException("The edge of this WAR has not been initialised");
        }
        edge.handle((HttpServletRequest) request, (HttpServletResponse) response, door, chain);
    }
}
