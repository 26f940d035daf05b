package dev.cutoff.local.command;

import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Sign-ins of five hundred accounts, as the Graph has them, one a line. */
final class SignIns {

    private static final int ACCOUNTS = 500;

    private SignIns() {}

    static String lines(int count) {
        return IntStream.range(0, count).mapToObj(SignIns::line).collect(Collectors.joining("\n"));
    }

    private static String line(int number) {
        var account = number % ACCOUNTS;
        return """
                {"id": "%s", "createdDateTime": "2022-08-19T20:22:36Z", "userId": "%s", "userPrincipalName": "user%d@contoso.example",\
                 "clientAppUsed": "IMAP4", "userAgent": "JavaMail", "status": {"errorCode": 0}}""".formatted(new UUID(7, number), new UUID(9, account), account);
    }
}
