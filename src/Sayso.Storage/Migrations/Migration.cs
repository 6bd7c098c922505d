using System.Globalization;

namespace Sayso.Storage.Migrations;

/// <summary>
/// One step of the schema: SQL that takes a ledger of schema <c>Number − 1</c> to <c>Number</c>. A released one is never
/// edited; a new schema is a new file <c>NNNN-what-it-does.sql</c> in this folder, and nothing else.
/// </summary>
/// <param name="Number">The schema that it leads to, from 1.</param>
/// <param name="Name">What it does.</param>
/// <param name="Sql">The statements; they run in one transaction, without foreign keys, which are checked at its end.</param>
internal sealed record Migration(int Number, string Name, string Sql)
{
    private const string Extension = ".sql";

    /// <summary>This program's migrations, 1, 2, …</summary>
    public static IReadOnlyList<Migration> All { get; } = Embedded();

    private static Migration[] Embedded()
    {
        var assembly = typeof(Migration).Assembly;
        return Ordered(assembly.GetManifestResourceNames()
            .Where(name => name.EndsWith(Extension, StringComparison.Ordinal))
            .Select(name =>
            {
                using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
                return FromFile(name, reader.ReadToEnd());
            }));
    }

    /// <summary>Reads number and name from a file's name.</summary>
    public static Migration FromFile(string fileName, string sql)
    {
        var dash = fileName.IndexOf('-', StringComparison.Ordinal);
        return new Migration(
            int.Parse(fileName.AsSpan(0, dash), NumberStyles.None, CultureInfo.InvariantCulture),
            fileName[(dash + 1)..^Extension.Length].Replace('-', ' '),
            sql);
    }

    /// <summary>Puts migrations in order.</summary>
    /// <exception cref="InvalidOperationException">A number is missing or there twice.</exception>
    public static Migration[] Ordered(IEnumerable<Migration> migrations)
    {
        Migration[] ordered = [.. migrations.OrderBy(m => m.Number)];
        for (var i = 0; i < ordered.Length; i++)
        {
            if (ordered[i].Number != i + 1)
            {
                throw new InvalidOperationException($"There is no migration {i + 1}, or it is there twice.");
            }
        }

        return ordered;
    }
}
