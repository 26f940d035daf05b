package dev.cutoff.notification.notice;

/** How an attempt at a notice ended. */
public record Ending(Claim claim, Result result) {}
