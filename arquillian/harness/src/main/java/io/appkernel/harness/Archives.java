package io.appkernel.harness;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.jboss.shrinkwrap.api.Archive;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.EmptyAsset;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.jboss.shrinkwrap.api.spec.JavaArchive;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** The widgets archive as it was built, with the probe app added: its beans as an EJB jar, its resources in the WAR. */
final class Archives {
    private static final String APP_WAR = "widgets-thin.war";
    private static final String DESCRIPTOR = "META-INF/application.xml";

    /** The one that the kernel's forerunner had by default. */
    static final String SHORT_SECRET = "dev-secret-change-me";

    private Archives() {}

    static Archive<?> widgetsWithProbe(Shape shape) {
        return shape.ear() ? ear(shape, probeWeb()) : war(shape, probeWeb());
    }

    /** Widgets with a properties file in its WAR. */
    static Archive<?> widgetsWithProperties(Shape shape, String properties) {
        JavaArchive carrier = ShrinkWrap.create(JavaArchive.class, "properties.jar")
                .addAsManifestResource(beans(), "beans.xml")
                .addAsManifestResource(new StringAsset(properties), "microprofile-config.properties");
        return shape.ear() ? ear(shape, carrier) : war(shape, carrier);
    }

    /** Widgets with every mistake that an app can make, in prod, where settings of development are mistakes too. */
    static Archive<?> widgetsWithMistakes(Shape shape) {
        JavaArchive mistakes = ShrinkWrap.create(JavaArchive.class, "mistakes.jar")
                .addPackage("io.appkernel.probe.bad")
                .addAsManifestResource(beans(), "beans.xml")
                .addAsManifestResource(
                        new StringAsset("config_ordinal=500\nkernel.environment=prod\nkernel.cors.allow-origins=*\n"
                                + "kernel.auth.token-secret=" + SHORT_SECRET + "\nkernel.edge.max-body-size=lots\n"),
                        "microprofile-config.properties");
        return shape.ear() ? ear(shape, mistakes) : war(shape, mistakes);
    }

    /** Widgets with the probe for transactions, and a properties file in its WAR. */
    static Archive<?> widgetsWithBooks(Shape shape, String properties) {
        JavaArchive ledger = jar("ledger.jar", "io.appkernel.probe.ledger");
        JavaArchive books = jar("books.jar", "io.appkernel.probe.books")
                .addAsManifestResource(new StringAsset(properties), "microprofile-config.properties");
        return shape.ear() ? ear(shape, ledger, books) : war(shape, ledger, books);
    }

    /** Widgets with the probe for entities, and a properties file in its WAR. */
    static Archive<?> widgetsWithShop(Shape shape, String properties) {
        JavaArchive stock = jar("stock.jar", "io.appkernel.probe.stock");
        JavaArchive shop = jar("shop.jar", "io.appkernel.probe.shop")
                .addAsManifestResource(new StringAsset(properties), "microprofile-config.properties");
        return shape.ear() ? ear(shape, stock, shop) : war(shape, stock, shop);
    }

    /** Widgets with the probe for Redis, and a properties file in its WAR. */
    static Archive<?> widgetsWithVotes(Shape shape, String properties) {
        JavaArchive votes = jar("votes.jar", "io.appkernel.probe.votes")
                .addAsManifestResource(new StringAsset(properties), "microprofile-config.properties");
        return shape.ear() ? ear(shape, votes) : war(shape, votes);
    }

    /** Widgets with the probe for jobs, and a properties file in its WAR. */
    static Archive<?> widgetsWithErrands(Shape shape, String properties) {
        JavaArchive chores = jar("chores.jar", "io.appkernel.probe.chores");
        JavaArchive errands = jar("errands.jar", "io.appkernel.probe.errands")
                .addAsManifestResource(new StringAsset(properties), "microprofile-config.properties");
        return shape.ear() ? ear(shape, chores, errands) : war(shape, chores, errands);
    }

    /** Widgets with one more package of probes, and a properties file in its WAR. */
    static Archive<?> widgetsWith(Shape shape, String content, String properties) {
        JavaArchive more = jar("more.jar", content)
                .addAsManifestResource(new StringAsset(properties), "microprofile-config.properties");
        return shape.ear() ? ear(shape, more) : war(shape, more);
    }

    /** The same under another name, for a test that has two. */
    static Archive<?> named(String name, Archive<?> archive) {
        return archive instanceof EnterpriseArchive
                ? ShrinkWrap.create(EnterpriseArchive.class, name + ".ear").merge(archive)
                : ShrinkWrap.create(WebArchive.class, name + ".war").merge(archive);
    }

    private static JavaArchive jar(String name, String content) {
        return ShrinkWrap.create(JavaArchive.class, name)
                .addPackage(content)
                .addAsManifestResource(beans(), "beans.xml");
    }

    private static Archive<?> war(Shape shape, JavaArchive web) {
        return war(shape, probeBeans(), web);
    }

    private static Archive<?> ear(Shape shape, JavaArchive web) {
        return ear(shape, probeBeans(), web);
    }

    private static Archive<?> war(Shape shape, JavaArchive beans, JavaArchive web) {
        return withFiles(ShrinkWrap.create(ZipImporter.class, "ROOT.war")
                        .importFrom(shape.archive().toFile())
                        .as(WebArchive.class))
                .addAsLibraries(beans, web);
    }

    private static Archive<?> ear(Shape shape, JavaArchive beans, JavaArchive web) {
        EnterpriseArchive ear = ShrinkWrap.create(ZipImporter.class, "widgets.ear")
                .importFrom(shape.archive().toFile())
                .as(EnterpriseArchive.class);
        WebArchive war = withFiles(ear.getAsType(WebArchive.class, APP_WAR)).addAsLibrary(web);
        ear.delete(APP_WAR);
        String modules =
                text(ear).replaceFirst("<module>\\s*<web>", "<module><ejb>" + beans.getName() + "</ejb></module>$0");
        ear.delete(DESCRIPTOR);
        return ear.addAsModule(war).addAsModule(beans).add(new StringAsset(modules), DESCRIPTOR);
    }

    private static String text(EnterpriseArchive ear) {
        try (InputStream in = ear.get(DESCRIPTOR).getAsset().openStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static WebArchive withFiles(WebArchive war) {
        return war.addAsWebResource(new StringAsset("<!doctype html><title>Probe</title>"), "probe/index.html")
                .addAsWebResource(new StringAsset("export const a = 1;\n"), "probe/app.3f2a9c1b.js")
                .addAsWebResource(new StringAsset("plain words\n"), "probe/plain.txt");
    }

    private static JavaArchive probeBeans() {
        return jar("probe-beans.jar", "io.appkernel.probe.beans");
    }

    private static JavaArchive probeWeb() {
        return jar("probe-web.jar", "io.appkernel.probe.web")
                .addAsManifestResource(
                        new StringAsset("kernel.jobs.stop-grace=1s\n"), "microprofile-config.properties");
    }

    /** An empty beans.xml: CDI 4 then discovers annotated beans. */
    private static EmptyAsset beans() {
        return EmptyAsset.INSTANCE;
    }
}
