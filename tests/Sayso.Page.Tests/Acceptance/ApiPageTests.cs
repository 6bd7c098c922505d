using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Sayso.Page.Tests.Acceptance;

/// <summary>The page of the interface for programs, in a real browser: the visit fails where the policy blocks anything, or anybody else is asked.</summary>
public sealed class ApiPageTests(ServedDemo demo)
{
    [Fact]
    public async Task Resources_AreShown_WithNothingFromElsewhere()
    {
        await using var visit = await demo.VisitAsync();

        // Scalar's own, about markup that it makes and takes up again by itself.
        visit.Allow("Hydration completed but contains mismatches.");
        await visit.Page.GotoAsync("/api");
        await Expect(visit.Page.GetByRole(AriaRole.Heading, new PageGetByRoleOptions { Name = "Sayso", Level = 1 }).First).ToBeVisibleAsync();
        await Expect(visit.Page.Locator("body")).ToContainTextAsync("/api/v1/documents");
        await visit.Page.WaitForLoadStateAsync(LoadState.NetworkIdle);
    }
}
