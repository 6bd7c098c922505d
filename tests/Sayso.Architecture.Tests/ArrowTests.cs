using System.Reflection;

namespace Sayso.Architecture.Tests;

/// <summary>Guards the arrows of the house: Cli → rooms → Core, none between siblings.</summary>
public sealed class ArrowTests
{
    public static TheoryData<string> Siblings => [.. Rooms.Siblings];

    public static TheoryData<string> Libraries => [.. Rooms.Libraries];

    /// <summary>Every project of src/ and the rooms that it may name.</summary>
    public static TheoryData<string, string[]> Arrows => new()
    {
        { "Core", [] },
        { "Evaluation", ["Core"] },
        { "Inference", ["Core"] },
        { "Ingestion", ["Core"] },
        { "Storage", ["Core"] },
        { "Web", ["Core"] },
        { "Cli", ["Core", "Evaluation", "Inference", "Ingestion", "Storage", "Web"] },
    };

    [Theory]
    [MemberData(nameof(Arrows))]
    public void Project_NamesTheRoomsThatItMay(string room, string[] allowed)
    {
        var named = Repository.ReadXml($"src/Sayso.{room}/Sayso.{room}.csproj").Descendants("ProjectReference")
            .Select(reference => Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value)["Sayso.".Length..]);
        Assert.Equal(allowed, named.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Room_HasItsArrowsHere_WhenItExists()
    {
        var rooms = Repository.Files(".csproj", "src").Select(file => Path.GetFileNameWithoutExtension(file)["Sayso.".Length..]);
        Assert.Equal(rooms.Order(StringComparer.Ordinal), Arrows.Select(row => row.Data.Item1).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Core_ReferencesOnlyWhatTheHouseAllows()
    {
        string[] allowed = ["System.", "NodaTime", "UnitsNet", "netstandard"];
        var others = References(Rooms.Load("Core")).Where(name => !allowed.Any(a => name.StartsWith(a, StringComparison.Ordinal)));
        Assert.Empty(others);
    }

    [Theory]
    [MemberData(nameof(Siblings))]
    public void Room_ReferencesCoreOnly(string room)
    {
        // The compiler drops a reference that nothing uses: an empty room has none.
        var ours = References(Rooms.Load(room)).Where(name => name.StartsWith("sayso", StringComparison.OrdinalIgnoreCase));
        Assert.Empty(ours.Except(["Sayso.Core"]));
    }

    [Theory]
    [MemberData(nameof(Libraries))]
    public void Library_NeverPrints(string room)
    {
        Assert.DoesNotContain("System.Console", References(Rooms.Load(room)));
    }

    private static IEnumerable<string> References(Assembly assembly) => assembly.GetReferencedAssemblies().Select(a => a.Name!);
}
