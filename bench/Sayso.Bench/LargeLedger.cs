using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using NodaTime;
using Sayso.Core.Attributions;
using Sayso.Core.Documents;
using Sayso.Core.Ledger;
using Sayso.Core.Text;
using Sayso.Storage;

namespace Sayso.Bench;

/// <summary>
/// Makes ledgers of any size: articles of many outlets about stories, in each of which people who answer for something say what
/// others repeat, deny and count. Where source, cue and content stand is known, so that no encoder is needed; what they mean is read
/// by the program's own rules. The same number gives the same ledger.
/// </summary>
internal static class LargeLedger
{
    /// <summary>Statements of a document.</summary>
    public const int OfOneDocument = 25;

    private const int OfOneStory = 12;

    private static readonly string[] _forenames = "Anna Boris Carla Dario Elin Farid Greta Hugo Ines Jonas Katja Luis Mira Nils Olga Piotr Quentin Rosa Stefan Tara Ugo Vera Wanda Xenia Yusuf Zora".Split(' ');
    private static readonly string[] _beginnings = "Ald Ber Cor Dan Ell Fal Gor Har Ister Jor Kal Lind Mor Nor Ost Per Quar Ros Sten Tor Ulv Val Wes Yar Zel".Split(' ');
    private static readonly string[] _endings = "ander berg eth ing mann ova quist sen vik wood".Split(' ');
    private static readonly string[] _roles = ["the harbour master", "a hospital director", "the transport minister", "a union leader", "the police chief", "a company spokeswoman", "the mayor", "a court clerk", "an insurance adviser", "the head of the inquiry"];
    private static readonly string[] _papers = ["Courier", "Herald", "Post", "Observer", "Gazette", "Tribune", "Ledger", "Record"];
    private static readonly string[] _things = ["the ferry", "the bridge", "the reservoir", "the freight train", "the refinery", "the cable car", "the warehouse", "the turbine hall", "the school roof", "the archive", "the market hall", "the tanker"];
    private static readonly string[] _states = ["had been overloaded", "had not been inspected since spring", "was closed without notice", "had leaked for weeks", "would be rebuilt within two years", "was insured for too little", "had been sold to a rival", "stood empty on the day", "had failed its last test", "was repaired at night"];
    private static readonly string[] _counted = ["people had been hurt", "people were missing", "houses had been damaged", "workers had been sent home", "passengers were aboard", "residents had been moved out"];

    /// <summary>Fills a new ledger; returns how many documents it has.</summary>
    /// <param name="path">Its file.</param>
    /// <param name="statements">How many statements.</param>
    public static int Fill(string path, int statements)
    {
        using var ledger = SqliteLedger.Open(new LedgerOptions { Path = path, CreateIfMissing = true });
        var provenance = new Provenance("bench", "bench");
        var documents = (statements + OfOneDocument - 1) / OfOneDocument;
        foreach (var (document, of) in Enumerable.Range(0, documents).AsParallel().AsOrdered().Select(number => Made(number, Math.Min(OfOneDocument, statements - (number * OfOneDocument)))))
        {
            ledger.Add(document, of, provenance);
        }

        return documents;
    }

    private static (Document Document, IReadOnlyList<Statement> Statements) Made(int number, int lines)
    {
        var story = number / OfOneStory;
        var place = Name(_beginnings, _endings, story, 7) + "holm";
        var title = $"What is known of {_things[story % _things.Length]} at {place}";
        var text = new StringBuilder(title).Append("\n\n");
        var attributions = Enumerable.Range(0, lines).Select(line => Write(text, story, (number, line), place)).ToList();
        var bytes = Encoding.UTF8.GetBytes(text.ToString());
        var hash = Convert.ToHexStringLower(SHA256.HashData(bytes));
        var outlet = $"{Name(_beginnings, _endings, number % 40, 3)}ton {_papers[number % _papers.Length]}";
        var document = new Document
        {
            Id = DocumentId.Of(hash, StatedMetadata.None),
            Raw = bytes,
            RawHash = hash,
            MediaType = "text/plain",
            Text = text.ToString(),
            Title = title,
            Outlet = outlet,
            Url = string.Create(CultureInfo.InvariantCulture, $"https://outlet-{number % 120}.example/{number}"),
            Language = "en",
            Published = new LocalDateTime(2031, 1, 1, 6, 0).PlusHours(story).PlusMinutes(number % OfOneStory * 35).WithOffset(Offset.Zero),
        };
        return (document, Interpreter.Interpret(document, attributions));
    }

    /// <summary>A sentence; which of the story's propositions it has, and who says it, goes by the numbers.</summary>
    private static Attribution Write(StringBuilder text, int story, (int Document, int Line) at, string place)
    {
        var what = (at.Document * 7 + at.Line) % 40;
        var person = story * 9 + (at.Line + at.Document) % 9;
        var surname = Name(_beginnings, _endings, person, 11);
        var name = $"{_forenames[person % _forenames.Length]} {surname}";
        var number = 10 + (((story * 37) + (what * 13)) % 900);
        var said = (what % 4) switch
        {
            0 => string.Create(CultureInfo.InvariantCulture, $"{number + (at.Document % 3)} {_counted[what % _counted.Length]} at {place}"),
            1 => $"{_things[(story + what) % _things.Length]} of {place} {_states[what % _states.Length]}",
            2 => $"{_things[what % _things.Length]} near {place} {_states[(story + what) % _states.Length]} on {2 + (what % 26)} March",
            _ => $"{_counted[what % _counted.Length].Split(' ')[0]} of {place} had warned {Name(_beginnings, _endings, person + what, 5)} about {_things[(what * 3) % _things.Length]}",
        };
        var role = _roles[person % _roles.Length];
        return ((at.Line + what) % 6) switch
        {
            0 => Say(text, (name, $", {role}, "), ("said", " on Friday "), ($"that {said}", ".\n")),
            1 => Say(text, (surname, " "), ("denied", " "), ($"that {said}", ".\n")),
            2 => Say(text, ($"Officials in {place}", " "), ("said", " "), ($"that {said}", ".\n")),
            3 => Say(text, (name, " "), ("confirmed", " "), ($"that {said}", ".\n")),
            4 => Say(text, (role, " "), ("told reporters", " "), ($"that {said}", ".\n")),
            _ => Say(text, ($"{Name(_beginnings, _endings, at.Document % 40, 3)}ton Radio", " "), ("reported", " "), ($"that {said}", ".\n")),
        };
    }

    private static Attribution Say(StringBuilder text, (string Words, string Behind) source, (string Words, string Behind) cue, (string Words, string Behind) content)
    {
        SpanList Put((string Words, string Behind) part)
        {
            var span = new TextSpan(text.Length, text.Length + part.Words.Length);
            text.Append(part.Words).Append(part.Behind);
            return SpanList.Of(span);
        }

        return new Attribution(Put(source), Put(cue), Put(content)) { Confidence = 0.9 };
    }

    private static string Name(string[] beginnings, string[] endings, int number, int salt) =>
        beginnings[(number + salt) % beginnings.Length] + endings[(number / beginnings.Length + salt) % endings.Length] + (number / (beginnings.Length * endings.Length) is > 0 and var more ? Suffix(more) : string.Empty);

    /// <summary>Letters for a number, so that there are as many names as there are people.</summary>
    private static string Suffix(int number) => number < 26 ? $"-{(char)('A' + number)}{(char)('a' + number)}" : Suffix(number / 26) + (char)('a' + (number % 26));
}
