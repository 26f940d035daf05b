package dev.cutoff.inventory.signin;

/** The fields of a sign-in that decide anything; the other forty of an export do not. */
public enum SignInField {
    ID,
    TIME,
    RESOURCE_TENANT,
    HOME_TENANT,
    USER_TYPE,
    USER_ID,
    ADDRESS,
    SERVICE_PRINCIPAL_ID,
    APP_ID,
    APP_NAME,
    CREDENTIAL_TYPE,
    CLIENT_APP,
    USER_AGENT,
    STATUS,
    ERROR_CODE
}
