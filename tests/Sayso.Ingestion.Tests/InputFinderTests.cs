using Sayso.Core.Documents;
using Sayso.Core.Errors;

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
    public void Folders_AreSummedUp_FilesAreNot()
    {
        foreach (var name in new[] { "b.html", "c.png", ".hidden.txt", "in/d.htm", "in/e.png" })
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(_folder, name))!);
            File.WriteAllText(Path.Combine(_folder, name), "x");
        }

        List<FolderSum> sums = [];
        Assert.Equal(3, InputFinder.Find([_folder, "alone.txt"], sums.Add).Count());
        Assert.Equal([new FolderSum(_folder, 2, 2)], sums);
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

    [Fact]
    public void NamesWithoutExtension_AreArticles_WhereTheyHoldText()
    {
        File.WriteAllText(Path.Combine(_folder, "article"), "She said it held.");
        File.WriteAllBytes(Path.Combine(_folder, "picture"), [0x89, (byte)'P', (byte)'N', (byte)'G', 0, 1, 2]);
        File.WriteAllText(Path.Combine(_folder, "notes.md"), "She said it held.");
        Assert.Equal(["article", "notes.md"], InputFinder.Find([_folder]).Select(Path.GetFileName));
    }

    [Fact]
    public void EmptyFile_IsGiven_SoThatItIsToldOf()
    {
        File.WriteAllText(Path.Combine(_folder, "a.txt"), "");
        Assert.Single(InputFinder.Find([_folder]));
    }

    [Fact]
    public void Pipe_IsPassedOver_InsteadOfWaitedFor()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Pipes with names are made by mkfifo.");
        using var made = System.Diagnostics.Process.Start("mkfifo", [Path.Combine(_folder, "a.txt"), Path.Combine(_folder, "b")]);
        made.WaitForExit();
        Assert.Equal(0, made.ExitCode);
        Assert.Empty(InputFinder.Find([_folder]));
    }

    [Fact]
    public void Link_ThatLeadsNowhere_IsToldOf()
    {
        var link = Path.Combine(_folder, "a.txt");
        File.CreateSymbolicLink(link, link);
        var problem = new DocumentReader().ReadFile(Assert.Single(InputFinder.Find([_folder])), StatedMetadata.None).Single().Problem!;
        Assert.Equal(ProblemCodes.Unreadable, problem.Code);
        Assert.Contains("link", problem.Message, StringComparison.Ordinal);
    }
}
