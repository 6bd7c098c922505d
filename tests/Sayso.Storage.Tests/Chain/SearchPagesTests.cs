using CsCheck;
using Microsoft.Data.Sqlite;
using Sayso.Storage.Chain;
using Sayso.Storage.Files;

namespace Sayso.Storage.Tests.Chain;

/// <summary>The pages of an index, read without SQLite, hold the words that its texts have, parted without SQLite; whatever was done to it.</summary>
public sealed class SearchPagesTests
{
    private static readonly Gen<string> _words = Gen.OneOf(
        Const("harbour", "Hafen", "the", "the", "a", "ferry's", "É", "e\u0301", "ÀÇÉ", "naïve", "I\u0307stanbul", "ﬁre", "№5", "½", "𝒳", "漢字", "ǅ", "ß", "\u0301", "\uFFFD", "a\0b", "x_y", "٣", "🗼", "straße", "ЁЖ"),
        Gen.String[0, 6],
        Gen.Int[0, 400].Select(n => "w" + n));

    private static readonly Gen<string> _texts = _words.List[0, 120].Select(words => WellFormed(string.Join(' ', words)));

    [Theory]
    [InlineData("content = 't', content_rowid = 'id'")]
    [InlineData("content = '', contentless_delete = 1")]
    public void Pages_HoldTheWords_OfTheTexts(string content) => _texts.List[1, 30].Select(Gen.Int[0, 40].List[0, 8]).Sample(
        (texts, deleted) =>
        {
            using var database = New(content);
            for (var i = 0; i < texts.Count; i++)
            {
                Add(database, i + 1, texts[i], texts[(i * 7) % texts.Count]);
            }

            HashSet<int> gone = [.. deleted.Where(i => i < texts.Count)];
            foreach (var i in gone)
            {
                database.Execute(
                    content.StartsWith("content = ''", StringComparison.Ordinal) ? "DELETE FROM x WHERE rowid = $row" : "INSERT INTO x (x, rowid, a, b) SELECT 'delete', id, a, b FROM t WHERE id = $row",
                    ("$row", i + 1));
                database.Execute("DELETE FROM t WHERE id = $row", ("$row", i + 1));
            }

            var tokenizer = new SearchTokenizer(database, SearchTokenizer.OfTexts);
            Assert.Null(Left(database, tokenizer));
            Add(database, 999, "one more ghost", "");
            Assert.Null(Left(database, tokenizer));
            database.Execute("DELETE FROM t WHERE id = 999");
            Assert.Equal(999, Left(database, tokenizer));
            database.Execute("INSERT INTO x (x) VALUES ('optimize')");
            Assert.Equal(999, Left(database, tokenizer));
        },
        iter: 25,
        threads: 1);

    [Fact]
    public void AWord_LongerThanSqliteKeeps_IsCutAsItIsThere()
    {
        using var database = New("content = 't', content_rowid = 'id'");
        Add(database, 1, new string('a', 40_000) + " é" + new string('é', 20_000), "b");
        Assert.Null(Left(database, new SearchTokenizer(database, SearchTokenizer.OfTexts)));
    }

    [Fact]
    public void Pages_ThatAreGone_AreSaidToBe()
    {
        using var database = New("content = 't', content_rowid = 'id'");
        Add(database, 1, string.Join(' ', Enumerable.Range(0, 200).Select(i => $"w{i}")), "b");
        database.Execute("DELETE FROM x_data WHERE id = (SELECT max(id) FROM x_data)");
        Assert.Throws<InvalidDataException>(() => Left(database, new SearchTokenizer(database, SearchTokenizer.OfTexts)));
    }

    /// <summary>An index of very short pages, so that each text goes over several.</summary>
    private static Database New(string content)
    {
        var connection = new SqliteConnection("Data Source=:memory:");
        connection.Open();
        var database = new Database(connection, ":memory:", isReadOnly: false);
        database.Execute("CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT, b TEXT)");
        database.Execute($"CREATE VIRTUAL TABLE x USING fts5 (a, b, {content}, tokenize = '{SearchTokenizer.OfTexts}')");
        database.Execute("INSERT INTO x (x, rank) VALUES ('pgsz', 64)");
        return database;
    }

    private static void Add(Database database, int row, string a, string b)
    {
        database.Execute("INSERT INTO t VALUES ($row, $a, $b)", ("$row", row), ("$a", a), ("$b", b));
        database.Execute("INSERT INTO x (rowid, a, b) VALUES ($row, $a, $b)", ("$row", row), ("$a", a), ("$b", b));
    }

    private static long? Left(Database database, SearchTokenizer tokenizer)
    {
        SearchWords words = new();
        foreach (var (row, a, b) in database.All("SELECT id, a, b FROM t", r => (r.GetInt64(0), r.GetString(1), r.GetString(2))))
        {
            var (inA, inB) = (0, 0);
            words.Of(row) += tokenizer.Sum(a, 0, ref inA) + tokenizer.Sum(b, 1, ref inB);
        }

        new SearchPages(database, "x").TakeFrom(words);
        return words.FirstLeft();
    }

    private static Gen<string> Const(params string[] words) => Gen.Int[0, words.Length - 1].Select(i => words[i]);

    private static string WellFormed(string text) => System.Text.Encoding.UTF8.GetString(System.Text.Encoding.UTF8.GetBytes(text));
}
