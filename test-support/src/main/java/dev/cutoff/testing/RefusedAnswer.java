package dev.cutoff.testing;

import io.restassured.filter.Filter;
import io.restassured.filter.FilterContext;
import io.restassured.listener.ResponseValidationFailureListener;
import io.restassured.response.Response;
import io.restassured.specification.FilterableRequestSpecification;
import io.restassured.specification.FilterableResponseSpecification;
import io.restassured.specification.RequestSpecification;
import io.restassured.specification.ResponseSpecification;
import org.jspecify.annotations.Nullable;

/**
 * Prints what was asked and answered where a test finds the answer wrong. REST Assured's own logging writes out every request and answer
 * beforehand, in case, and a body of a megabyte number by number.
 */
final class RefusedAnswer implements Filter, ResponseValidationFailureListener {

    private record Exchange(FilterableRequestSpecification asked, Response answer) {}

    private final ThreadLocal<Exchange> last = new ThreadLocal<>();

    @Override
    public Response filter(
            FilterableRequestSpecification asked, FilterableResponseSpecification expected, FilterContext context) {
        var answer = context.next(asked, expected);
        last.set(new Exchange(asked, answer));
        return answer;
    }

    @Override
    public void onFailure(@Nullable RequestSpecification asked, ResponseSpecification expected, Response answer) {
        var exchange = last.get();
        // REST Assured does not say what was asked, and what is asked without filters is not seen here.
        if (exchange != null && exchange.answer() == answer) {
            System.out.printf(
                    "%n%s %s%n", exchange.asked().getMethod(), exchange.asked().getURI());
            if (exchange.asked().getBody() instanceof String body) {
                System.out.println(body);
            }
        }
        System.out.printf("%n%s%n%s%n%n%s%n", answer.statusLine(), answer.headers(), answer.asString());
    }
}
