package dev.cutoff.notification;

import dev.cutoff.testing.ApiContractRules;

@NotificationTest
class ApiContractTest extends ApiContractRules {

    ApiContractTest() {
        super("notification.yaml");
    }
}
