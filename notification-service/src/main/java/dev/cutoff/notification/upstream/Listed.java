package dev.cutoff.notification.upstream;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page as every list and feed of the suite answers it. */
public interface Listed<T> {

    List<T> items();

    @Nullable String next();
}
