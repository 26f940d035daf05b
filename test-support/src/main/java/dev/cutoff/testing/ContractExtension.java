package dev.cutoff.testing;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.report.LevelResolver;
import com.atlassian.oai.validator.report.ValidationReport.Level;
import com.atlassian.oai.validator.restassured.OpenApiValidationFilter;
import io.restassured.RestAssured;
import io.restassured.config.FailureConfig;
import io.restassured.filter.Filter;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * Validates every response that a test sees against the committed contract: an operation, status, header or field that is not
 * promised fails the test. Requests are not validated, because tests send wrong ones on purpose.
 */
public final class ContractExtension implements BeforeAllCallback {

    private static final LevelResolver RESPONSES_ONLY =
            LevelResolver.create().withLevel("validation.request", Level.IGNORE).build();

    /** By the name of the contract: reading one takes seconds, and each class of a service has the same. */
    private static final Map<String, Filter> FILTERS = new ConcurrentHashMap<>();

    private static final RefusedAnswer REFUSED = new RefusedAnswer();

    @Override
    public void beforeAll(ExtensionContext context) {
        var contract = AnnotationSupport.findAnnotation(context.getRequiredTestClass(), Contract.class)
                .orElseThrow();
        if (Boolean.getBoolean("contract.update")) {
            return;
        }
        RestAssured.config =
                RestAssured.config().failureConfig(FailureConfig.failureConfig().failureListeners(REFUSED));
        RestAssured.replaceFiltersWith(REFUSED, FILTERS.computeIfAbsent(contract.value(), ContractExtension::filter));
    }

    private static Filter filter(String contract) {
        var url = ServiceUnderTest.repository()
                .resolve("api-spec")
                .resolve(contract)
                .toUri()
                .toString();
        return new OpenApiValidationFilter(OpenApiInteractionValidator.createForSpecificationUrl(url)
                .withLevelResolver(RESPONSES_ONLY)
                .build());
    }
}
