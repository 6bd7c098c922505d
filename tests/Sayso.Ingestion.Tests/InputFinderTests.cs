namespace Sayso.Ingestion.Tests;

public sealed class InputFinderTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("sayso").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Folder_IsItsArticles_InOrdinalOrder()
    {
        foreach (var name in new[] { "b.html", "a.txt", "c.png", ".hidden.txt", "in/d.HTM" })
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(_folder, name))!);
            File.WriteAllText(Path.Combine(_folder, name), "x");
        }

        Assert.Equal(["a.txt", "b.html", "in/d.HTM"], InputFinder.Find([_folder]).Select(p => Path.GetRelativePath(_folder, p)));
    }

    [Fact]
    public void Link_ThatLeadsInACircle_IsNotFollowed()
    {
        File.WriteAllText(Path.Combine(_folder, "a.txt"), "x");
        Directory.CreateSymbolicLink(Path.Combine(_folder, "again"), _folder);
        Assert.Single(InputFinder.Find([_folder]));
    }

    [Fact]
    public void Named_IsGivenBack_WhateverItIs()
    {
        Assert.Equal(["-", "picture.png", "-"], InputFinder.Find(["-", "picture.png", "-"]));
    }
}
