package dev.cutoff.notification;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.HashMap;
import java.util.Map;

/** What is around this service in a test: the other two, the issuer of its token, and a real mail server. */
public final class Surroundings implements QuarkusTestResourceLifecycleManager {

    private World world;
    private GreenMail mail;

    @Override
    public Map<String, String> start() {
        world = World.start();
        mail = new GreenMail(ServerSetup.SMTP.dynamicPort());
        mail.start();
        var config = new HashMap<String, String>();
        config.put("quarkus.rest-client.inventory.url", world.url("/inventory"));
        config.put("quarkus.rest-client.timeline.url", world.url("/timeline"));
        config.put("quarkus.oidc-client.auth-server-url", world.url(""));
        config.put("quarkus.oidc-client.discovery-enabled", "false");
        config.put("quarkus.oidc-client.token-path", "/token");
        config.put("quarkus.oidc-client.credentials.secret", "test");
        config.put("cutoff.smtp.url", "smtp://localhost:" + mail.getSmtp().getPort());
        return config;
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(world, new TestInjector.MatchesType(World.class));
        injector.injectIntoFields(mail, new TestInjector.MatchesType(GreenMail.class));
    }

    @Override
    public void stop() {
        mail.stop();
    }
}
