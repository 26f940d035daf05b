package dev.cutoff.inventory;

import dev.cutoff.testing.ApiContractRules;

@InventoryTest
class ApiContractTest extends ApiContractRules {

    ApiContractTest() {
        super("inventory.yaml");
    }
}
