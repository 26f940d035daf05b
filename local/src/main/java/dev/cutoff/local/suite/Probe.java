package dev.cutoff.local.suite;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;

/** Asks once whether somebody answers. */
final class Probe {

    private static final int MILLIS = 2000;

    private Probe() {}

    static boolean answersOk(URI address) {
        try {
            // Not HttpClient: it takes as long to load as the rest of the command line.
            var connection = (HttpURLConnection) address.toURL().openConnection();
            connection.setConnectTimeout(MILLIS);
            connection.setReadTimeout(MILLIS);
            try {
                return connection.getResponseCode() == 200;
            } finally {
                connection.disconnect();
            }
        } catch (IOException e) {
            return false;
        }
    }
}
