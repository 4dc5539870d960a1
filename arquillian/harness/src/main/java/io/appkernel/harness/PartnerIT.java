package io.appkernel.harness;

import static io.appkernel.harness.Accounts.AUTH;
import static io.appkernel.harness.Accounts.ORIGIN;
import static io.appkernel.harness.Accounts.body;
import static io.appkernel.harness.Accounts.ok;
import static io.appkernel.harness.Accounts.problem;
import static io.appkernel.harness.Accounts.unique;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.appkernel.databases.TestServer;
import io.appkernel.harness.Client.Answer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.Archive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The example's own way to log in, by a partner's token. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class PartnerIT {
    private static final Shape SHAPE = Shape.current();
    private static final String KEY = "what the partner signs with";

    private final Client http = new Client(SHAPE.root());
    private final Accounts people = new Accounts(http, SHAPE);

    @Deployment(testable = false)
    static Archive<?> widgetsWithPartner() {
        return Archives.widgetsWith(
                SHAPE,
                "io.appkernel.probe.claims",
                "widgets.partner.key=" + KEY + "\nkernel.database.url="
                        + TestServer.h2().newDatabase() + "\n");
    }

    private Answer login(String token) {
        return http.post(SHAPE.app() + "/widgets/partner-login", body("partner_token", token), ORIGIN);
    }

    private static String token(String address, Instant until) {
        return token(KEY, address, until);
    }

    /** What a partner with this key gives to a customer. */
    static String token(String key, String address, Instant until) {
        String text = address + '|' + until.getEpochSecond();
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return text + '|' + HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void aCustomerOfThePartnerGetsAnAccountOnceAndTokensThatEveryRouteTakes() {
        String address = unique("cus.") + "@example.com";
        String token = token(address, Instant.now().plusSeconds(60));
        JsonNode first = ok(login(token));
        JsonNode again = ok(login(token));

        JsonNode me = ok(people.get(AUTH + "/me", first.get("access_token").asText()));
        assertThat(me.get("email").asText()).isEqualTo(address);
        assertThat(ok(people.get(AUTH + "/me", again.get("access_token").asText()))
                        .get("id"))
                .isEqualTo(me.get("id"));
        ok(people.post(
                "/refresh", body("refresh_token", first.get("refresh_token").asText())));
    }

    @Test
    void whatThePartnerDidNotSignOrNoLongerMeansIsRefused() {
        String address = unique("cus.") + "@example.com";
        String good = token(address, Instant.now().plusSeconds(60));
        problem(login(good.replace(address, "other" + address)), 401);
        problem(login(token(address, Instant.now().minusSeconds(1))), 401);
        problem(login("nonsense"), 401);
    }

    @Test
    void anAccountWhoseOwnerNeverProvedTheAddressIsNotHandedOver() {
        String name = unique("own.");
        people.register(name);
        problem(login(token(name + "@example.com", Instant.now().plusSeconds(60))), 409);
    }
}
