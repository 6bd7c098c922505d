namespace Sayso.Core.Chains;

/// <summary>The word lists of this folder, embedded in the program.</summary>
internal static class WordList
{
    /// <summary>The lists of <c>sources.txt</c> by their names.</summary>
    public static IReadOnlyDictionary<string, IReadOnlySet<string>> Sources { get; } = Lines("sources.txt")
        .Select(line => (Name: line[..line.IndexOf(':', StringComparison.Ordinal)],
            Words: line[(line.IndexOf(':', StringComparison.Ordinal) + 1)..]))
        .ToDictionary(
            list => list.Name,
            list => (IReadOnlySet<string>)new HashSet<string>(list.Words.Split(';', StringSplitOptions.TrimEntries),
                StringComparer.Ordinal),
            StringComparer.Ordinal);

    /// <summary>Forenames in their usual spelling, with the gender that most bearers have.</summary>
    public static IReadOnlyDictionary<string, Gender> Forenames { get; } = ReadForenames();

    private static Dictionary<string, Gender> ReadForenames()
    {
        Dictionary<string, Gender> names = new(StringComparer.Ordinal);
        var gender = Gender.Unknown;
        foreach (var line in Lines("forenames.txt"))
        {
            if (line is "male" or "female")
            {
                gender = line == "male" ? Gender.Male : Gender.Female;
                continue;
            }

            foreach (var name in line.Split(' '))
            {
                names[name] = gender;
            }
        }

        return names;
    }

    /// <summary>The lines of a file of this folder, but empty ones and remarks.</summary>
    public static IEnumerable<string> Lines(string file)
    {
        using var reader = new StreamReader(typeof(WordList).Assembly.GetManifestResourceStream(file)!);
        return [.. reader.ReadToEnd().Split('\n').Where(line => line.Length > 0 && line[0] != '#')];
    }
}

/// <summary>What pronouns a person goes by in the text.</summary>
internal enum Gender
{
    Unknown,
    Male,
    Female,
}
