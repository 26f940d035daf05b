package dev.cutoff.inventory.owner;

import jakarta.validation.constraints.Size;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Which owners a list shows. */
record OwnerFilter(
        @Parameter(description = "Only owners in this tenant", example = "8bb6f14a-714e-4fdc-89f6-05418818a00b")
        @QueryParam("tenant")
        @Nullable UUID tenant,

        @Parameter(
                description =
                        "Only the owner with this id; up to 50 times for several, such as those that clients on a page show",
                example = "2c1f1a1e-60a4-8f2e-9a51-5f1d2f0f9d11")
        @QueryParam("id")
        @Size(max = 50) List<UUID> id,

        @Parameter(description = "Only the owner with this mail address", example = "nao.kato@contoso.example")
        @QueryParam("email")
        @Size(max = 254) @Nullable String email,

        @Parameter(description = "Only people, or only teams", example = "team") @QueryParam("kind") @Nullable OwnerKind kind,

        @Parameter(description = "Only owners with this language", example = "ja")
        @QueryParam("locale")
        @Size(max = 35) @Nullable String locale,

        @Parameter(
                description = "Only owners whom this mail address stands in for",
                example = "aiko.novak@contoso.example")
        @QueryParam("deputy")
        @Size(max = 254) @Nullable String deputy,

        @Parameter(description = "Only owners below this mail address", example = "it-manager@contoso.example")
        @QueryParam("manager")
        @Size(max = 254) @Nullable String manager,

        @Parameter(description = "Part of the name or address, whatever its case, accents and width", example = "kato")
        @QueryParam("q")
        @Size(max = 200) @Nullable String q) {

    OwnerFilter {
        id = id == null ? List.of() : List.copyOf(id);
        email = lowerCase(email);
        deputy = lowerCase(deputy);
        manager = lowerCase(manager);
    }

    private static @Nullable String lowerCase(@Nullable String address) {
        return address == null ? null : address.toLowerCase(Locale.ROOT);
    }

    UUID @Nullable [] ids() {
        return id.isEmpty() ? null : id.toArray(UUID[]::new);
    }
}
