package dev.cutoff.inventory;

import dev.cutoff.testing.DatabaseRules;

@InventoryTest
class DatabaseTest extends DatabaseRules {}
