package dev.cutoff.notification.reach;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** When soft bounces become too many. */
@ConfigMapping(prefix = "cutoff.reach")
interface ReachConfig {

    /** That many mails that did not arrive within the while below make a person unreachable. */
    @WithDefault("3")
    int softBounces();

    @WithDefault("30D")
    Duration within();
}
