namespace Sayso.Architecture.Tests;

/// <summary>What the project files say of packages and of each other.</summary>
public sealed class ProjectTests
{
    private static List<string> Projects => [.. Repository.Files(".csproj", "src", "tests", "bench", "targets")];

    [Fact]
    public void Solution_HasEveryProject()
    {
        var listed = Repository.ReadXml("Sayso.slnx").Descendants("Project").Select(p => p.Attribute("Path")!.Value);
        Assert.Equal(Projects.Order(StringComparer.Ordinal), listed.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void PinnedPackages_AreUsed()
    {
        var pinned = Repository.ReadXml("Directory.Packages.props").Descendants("PackageVersion").Select(p => p.Attribute("Include")!.Value);
        var used = Projects.Append("Directory.Build.props").SelectMany(file => Repository.ReadXml(file).Descendants("PackageReference"))
            .Select(p => p.Attribute("Include")!.Value).ToHashSet(StringComparer.Ordinal);
        Assert.DoesNotContain(pinned, name => !used.Contains(name));
    }

    [Fact]
    public void PinnedPackages_AreInOrder()
    {
        var pinned = Repository.ReadXml("Directory.Packages.props").Descendants("PackageVersion").Select(p => p.Attribute("Include")!.Value).ToList();
        Assert.Equal(pinned.Order(StringComparer.OrdinalIgnoreCase), pinned);
    }
}
