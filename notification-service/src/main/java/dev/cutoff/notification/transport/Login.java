package dev.cutoff.notification.transport;

import org.jspecify.annotations.Nullable;

/** What we say to a server that wants to know who we are. */
sealed interface Login {

    Auth auth();

    @Nullable String user();

    /** The password, or a token that is good for now; null where there is no login. */
    @Nullable String secret();

    /**
     * The server did not accept it.
     *
     * @return whether another try may go better
     */
    boolean refused();

    record None() implements Login {

        @Override
        public Auth auth() {
            return Auth.NONE;
        }

        @Override
        public @Nullable String user() {
            return null;
        }

        @Override
        public @Nullable String secret() {
            return null;
        }

        @Override
        public boolean refused() {
            return false;
        }
    }

    record Password(Auth auth, String user, String secret) implements Login {

        @Override
        public boolean refused() {
            return false;
        }

        /** Without the password. */
        @Override
        public String toString() {
            return "Password[" + auth + "]";
        }
    }

    record Token(String user, AccessTokens tokens) implements Login {

        @Override
        public Auth auth() {
            return Auth.XOAUTH2;
        }

        @Override
        public String secret() {
            return tokens.current();
        }

        /** It may have been revoked, or expired by the server's clock: a new one is asked for, once. */
        @Override
        public boolean refused() {
            return tokens.discard();
        }
    }
}
