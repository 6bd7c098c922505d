using System.Text;
using Sayso.Storage.Files;

namespace Sayso.Storage.Chain;

/// <summary>
/// Parts texts into words as SQLite's tokenizers <c>unicode61</c> and <c>ascii</c> do (https://sqlite.org/fts5.html, 4.3), which go character
/// by character: each is a separator or a part of a word, and is folded without regard to what stands beside it. What becomes of each
/// is asked of SQLite itself, 256 characters at a time as they are first met.
/// </summary>
internal sealed class SearchTokenizer
{
    /// <summary>How the indexes of documents and statements are made.</summary>
    public const string OfTexts = "unicode61 remove_diacritics 2";

    /// <summary>How the index of names is made.</summary>
    public const string OfNames = "ascii";

    private const int BlockLength = 256;

    private readonly Database _database;
    private readonly string _probe;
    private readonly Character[]?[] _blocks = new Character[]?[0x11_0000 / BlockLength];

    /// <summary>Makes temporary tables to ask with.</summary>
    /// <param name="database">Where; the last one of each tokenizer has them.</param>
    /// <param name="tokenizer"><see cref="OfTexts"/> or <see cref="OfNames"/>.</param>
    public SearchTokenizer(Database database, string tokenizer)
    {
        _database = database;
        _probe = $"probe_{tokenizer.Split(' ')[0]}";
        database.Execute($"DROP TABLE IF EXISTS temp.{_probe}_words");
        database.Execute($"DROP TABLE IF EXISTS temp.{_probe}");
        database.Execute($"CREATE VIRTUAL TABLE temp.{_probe} USING fts5 (alone, inside, content = '', tokenize = '{tokenizer}')");
        database.Execute($"CREATE VIRTUAL TABLE temp.{_probe}_words USING fts5vocab (temp, {_probe}, instance)");
    }

    /// <summary>What the words of a text add to its row's sum.</summary>
    /// <param name="text">The text.</param>
    /// <param name="column">Its column, from 0.</param>
    /// <param name="place">How many words of the column stand before it; then how many there are with it.</param>
    public ulong Sum(ReadOnlySpan<char> text, int column, ref int place)
    {
        var (sum, hash, length, inside) = (0UL, SearchWords.Beginning, 0, false);
        for (var at = 0; at < text.Length;)
        {
            Rune.DecodeFromUtf16(text[at..], out var rune, out var units);
            at += units;
            var character = Of(rune.Value);
            if (inside ? character.Continues : character.Begins)
            {
                inside = true;
                foreach (var next in character.Folded)
                {
                    hash = length++ < SearchWords.MostBytes ? SearchWords.Add(hash, next) : hash;
                }
            }
            else if (inside)
            {
                sum += SearchWords.Place(hash, column, place++);
                (hash, length, inside) = (SearchWords.Beginning, 0, false);
            }
        }

        return inside ? sum + SearchWords.Place(hash, column, place++) : sum;
    }

    private Character Of(int rune) => (_blocks[rune / BlockLength] ??= Ask(rune / BlockLength))[rune % BlockLength];

    /// <summary>Each character alone, and between two letters: one word shows that it continues, two that it separates.</summary>
    private Character[] Ask(int block)
    {
        var characters = new Character[BlockLength];
        Array.Fill(characters, Character.Separator);
        _database.Execute($"INSERT INTO temp.{_probe} ({_probe}) VALUES ('delete-all')");
        for (var i = 0; i < BlockLength; i++)
        {
            if (Rune.IsValid((block * BlockLength) + i))
            {
                var text = new Rune((block * BlockLength) + i).ToString();
                _database.Execute($"INSERT INTO temp.{_probe} (rowid, alone, inside) VALUES ($row, $alone, $inside)", ("$row", i + 1), ("$alone", text), ("$inside", $"x{text}x"));
            }
        }

        foreach (var (row, isAlone, word) in _database.All(
            $"SELECT doc, col = 'alone', CAST(term AS BLOB) FROM temp.{_probe}_words", r => (r.GetInt32(0), r.GetBoolean(1), r.GetFieldValue<byte[]>(2))))
        {
            ref var character = ref characters[row - 1];
            character = isAlone ? character with { Begins = true }
                : word is [(byte)'x', .. var folded, (byte)'x'] ? character with { Continues = true, Folded = folded }
                : character;
        }

        return characters;
    }

    /// <summary>What becomes of a character.</summary>
    /// <param name="Begins">Whether a word can begin with it.</param>
    /// <param name="Continues">Whether it is a part of a word that has begun.</param>
    /// <param name="Folded">What is written for it, in UTF-8; nothing for a mark that is left out.</param>
    private sealed record Character(bool Begins, bool Continues, byte[] Folded)
    {
        public static readonly Character Separator = new(false, false, []);
    }
}
