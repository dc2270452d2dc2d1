package org.postyard.control.route;

import static org.postyard.api.access.Operation.MANAGE_ACCESS;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.postyard.api.access.Role;
import org.postyard.api.administration.AccountDesk;
import org.postyard.api.operation.ActionResult;
import org.postyard.control.access.Allowed;
import org.postyard.control.access.Callers;
import org.postyard.control.host.Desks;
import org.postyard.control.problem.Problems;
import org.postyard.control.view.AdminViews;
import org.postyard.control.view.YardViews;
import org.postyard.protocol.AccountChange;
import org.postyard.protocol.AccountRequest;
import org.postyard.protocol.AccountView;
import org.postyard.protocol.ActionView;

/** Accounts: people who log in with a password. */
@Path("/accounts")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "accounts")
public final class AccountRoutes {
    private final AccountDesk desk;

    public AccountRoutes(Desks desks) {
        this.desk = desks.accounts();
    }

    @GET
    @Allowed(MANAGE_ACCESS)
    @Operation(summary = "All accounts with their roles")
    public List<AccountView> accounts() {
        return desk.accounts().stream().map(AdminViews::of).toList();
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Allowed(MANAGE_ACCESS)
    @Operation(summary = "Makes an account; its password is kept as a hash only")
    public AccountView createAccount(AccountRequest request, @Context SecurityContext security) {
        String name = Required.text("/name", Required.body(request).name());
        String password = Required.text("/password", request.password());
        if (exists(name)) throw Problems.conflict("There is an account " + name + " already.");
        accepted(desk.create(
                name, password, roles(request.roles()), request.shell().orElse(false), Callers.nameOf(security)));
        return existing(name);
    }

    @PUT
    @Path("/{name}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Allowed(MANAGE_ACCESS)
    @Operation(summary = "Changes password, roles or the right to the shell of an account")
    public AccountView changeAccount(
            @PathParam("name") String name, AccountChange change, @Context SecurityContext security) {
        AccountView before = existing(name);
        AccountChange wanted = Required.body(change);
        String author = Callers.nameOf(security);
        if (wanted.roles().isPresent() || wanted.shell().isPresent())
            accepted(desk.changeRoles(
                    name,
                    roles(wanted.roles().orElse(before.roles())),
                    wanted.shell().orElse(before.shell()),
                    author));
        wanted.password().ifPresent(password -> accepted(desk.changePassword(name, password, author)));
        return existing(name);
    }

    @DELETE
    @Path("/{name}")
    @Allowed(MANAGE_ACCESS)
    @Operation(summary = "Removes an account; the last one with the role admin stays")
    public ActionView removeAccount(@PathParam("name") String name, @Context SecurityContext security) {
        existing(name);
        ActionResult result = desk.remove(name, Callers.nameOf(security));
        if (!result.done()) throw Problems.conflict(result.text());
        return YardViews.of(result);
    }

    private boolean exists(String name) {
        return desk.accounts().stream().anyMatch(account -> account.name().equals(name));
    }

    private AccountView existing(String name) {
        return desk.accounts().stream()
                .filter(account -> account.name().equals(name))
                .findFirst()
                .map(AdminViews::of)
                .orElseThrow(() -> Problems.notFound("There is no account '" + name + "'."));
    }

    private static void accepted(ActionResult result) {
        if (!result.done()) throw Problems.invalid("", result.text());
    }

    private static Set<Role> roles(List<String> names) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        for (String name : names)
            roles.add(Role.ofRealmName(name)
                    .orElseThrow(() -> Problems.invalid(
                            "/roles", "'" + name + "' is none of viewer, operator, integrator, admin.")));
        return roles;
    }
}
