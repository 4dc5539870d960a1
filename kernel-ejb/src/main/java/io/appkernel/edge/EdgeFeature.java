package io.appkernel.edge;

import io.appkernel.auth.FeatureSwitch;
import io.appkernel.auth.Gate;
import io.appkernel.json.Json;
import io.appkernel.rest.RestConventions;
import io.appkernel.settings.FeatureSettings;
import io.appkernel.settings.KernelSettings;
import io.appkernel.settings.NodeSettings;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.transaction.TransactionalException;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ValidationException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Feature;
import jakarta.ws.rs.core.FeatureContext;

/** Every JAX-RS provider of the edge, for every application. Public because the boot jar creates it by name. */
public class EdgeFeature implements Feature {
    @Override
    public boolean configure(FeatureContext context) {
        CDI<Object> beans = CDI.current();
        Routes routes = beans.select(Routes.class).get();
        KernelSettings settings = beans.select(KernelSettings.class).get();
        NodeSettings node = settings.node();
        ClassLoader war = Thread.currentThread().getContextClassLoader();
        RestConventions conventions =
                new RestConventions(beans.select(Json.class).get());
        conventions.register(context);
        context.register(new RouteFeature(
                routes,
                routes.baseOf(war, node.apiPrefix()),
                conventions,
                feature -> isOn(feature, settings, beans),
                beans.select(Gate.class).get()));
        ApiPrefix other = routes.prefixOf(war, node.apiPrefix());
        if (other != null) {
            context.register(new PrefixFilter(other));
        }
        Problems problems = beans.select(Problems.class).get();
        context.register(new ProblemFilter(problems));
        context.register(new ProblemMapper<Throwable>(problems) {});
        context.register(new ProblemMapper<WebApplicationException>(problems) {});
        context.register(new ProblemMapper<ValidationException>(problems) {});
        context.register(new ProblemMapper<ConstraintViolationException>(problems) {});
        context.register(new ProblemMapper<TransactionalException>(problems) {});
        return true;
    }

    private static boolean isOn(String feature, KernelSettings settings, CDI<Object> beans) {
        return beans.select(FeatureSwitch.class).stream()
                .filter(own -> own.feature().equals(feature))
                .findFirst()
                .map(FeatureSwitch::isOn)
                .orElseGet(() -> settings.get(FeatureSettings.class).has(feature));
    }
}
