using System.Reflection;

namespace Sayso.Architecture.Tests;

/// <summary>Guards the arrows of the house: Cli → rooms → Core, none between siblings.</summary>
public sealed class ArrowTests
{
    private static readonly string[] Rooms = ["Ingestion", "Inference", "Storage", "Evaluation"];

    public static TheoryData<string> AllRooms => [.. Rooms];

    [Fact]
    public void Core_ReferencesNothingOfOurs()
    {
        Assert.Empty(OursIn(Assembly.Load("Sayso.Core")));
    }

    [Fact]
    public void Core_ReferencesOnlyWhatTheHouseAllows()
    {
        string[] allowed = ["System.", "Microsoft.Extensions.Logging.Abstractions", "NodaTime", "netstandard"];
        var others = Assembly.Load("Sayso.Core").GetReferencedAssemblies().Select(a => a.Name!)
            .Where(name => !allowed.Any(a => name.StartsWith(a, StringComparison.Ordinal)));
        Assert.Empty(others);
    }

    [Fact]
    public void Core_NeverPrints()
    {
        Assert.DoesNotContain(Assembly.Load("Sayso.Core").GetReferencedAssemblies(), a => a.Name == "System.Console");
    }

    [Theory]
    [MemberData(nameof(AllRooms))]
    public void Room_ReferencesCoreOnly(string room)
    {
        // An empty room has no reference yet; anything but Core is wrong.
        Assert.Empty(OursIn(Assembly.Load("Sayso." + room)).Except(["Sayso.Core"]));
    }

    private static IEnumerable<string> OursIn(Assembly assembly) => assembly.GetReferencedAssemblies()
        .Select(a => a.Name!)
        .Where(name => name.StartsWith("Sayso.", StringComparison.OrdinalIgnoreCase));
}
