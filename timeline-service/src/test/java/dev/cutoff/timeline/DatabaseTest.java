package dev.cutoff.timeline;

import dev.cutoff.testing.DatabaseRules;

@TimelineTest
class DatabaseTest extends DatabaseRules {}
