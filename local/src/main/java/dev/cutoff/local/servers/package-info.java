/** The process that stands for the world outside: an OIDC issuer and an SMTP server. It runs on a class path of its own. */
@NullMarked
package dev.cutoff.local.servers;

import org.jspecify.annotations.NullMarked;
