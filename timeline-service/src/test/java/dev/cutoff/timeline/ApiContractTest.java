package dev.cutoff.timeline;

import dev.cutoff.testing.ApiContractRules;

@TimelineTest
class ApiContractTest extends ApiContractRules {

    ApiContractTest() {
        super("timeline.yaml");
    }
}
