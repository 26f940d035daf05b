package dev.cutoff.notification.tenant;

/**
 * How far a plan of a tenant reaches.
 *
 * @param clients how many it is about
 * @param untold how many of them there is nobody to tell of
 * @param people how many are told of those that are at risk, or would be if mail reached them
 */
public record Reached(int clients, int untold, int people) {

    public static final Reached NOTHING = new Reached(0, 0, 0);
}
