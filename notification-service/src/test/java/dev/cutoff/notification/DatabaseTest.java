package dev.cutoff.notification;

import dev.cutoff.testing.DatabaseRules;

@NotificationTest
class DatabaseTest extends DatabaseRules {}
