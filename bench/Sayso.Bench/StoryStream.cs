using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using NodaTime;
using Sayso.Core.Attributions;
using Sayso.Core.Documents;
using Sayso.Core.Text;

namespace Sayso.Bench;

/// <summary>
/// A stream of articles as news comes: stories start at any hour, most of one article and some of many (Pareto), burst, are copied
/// and end within days; a few outlets write most, a few people and places are in most stories, and words are as frequent as words
/// are (Zipf–Mandelbrot). Where source, cue and content stand is known, so that no encoder is needed. The same stream always, of
/// which a shorter one is the beginning.
/// </summary>
internal sealed class StoryStream
{
    private const double ArticlesADay = 200;
    private const int LargestStory = 160;
    private const double Shape = 1.3;
    private const double MeanHours = 30;
    private const double CopiesOf = 0.35;
    private const int Outlets = 400;

    private static readonly LocalDateTime _begin = new(2031, 1, 1, 0, 0);

    private readonly Random _random = new(6);
    private readonly PriorityQueue<NewsStory, double> _due = new();
    private double _nextStart;
    private int _stories;

    /// <summary>The first so many articles, in the order of publication.</summary>
    public IEnumerable<(Document Document, IReadOnlyList<Statement> Statements)> Take(int documents)
    {
        for (var number = 0; number < documents; number++)
        {
            while (_due.Count == 0 || (_due.TryPeek(out _, out var first) && _nextStart < first))
            {
                Start();
            }

            _due.TryDequeue(out var story, out var hour);
            yield return Write(story!, number, hour);
        }
    }

    /// <summary>A story with its articles' hours; starts are so far apart that the stream has its articles a day.</summary>
    private void Start()
    {
        var size = Math.Min(LargestStory, (int)Math.Pow(1 - _random.NextDouble(), -1 / Shape));
        var story = new NewsStory(_stories++, size, _random);
        for (var i = 0; i < size; i++)
        {
            _due.Enqueue(story, _nextStart + (i == 0 ? 0 : Exponential(MeanHours)));
        }

        _nextStart += Exponential(24 * MeanSize / ArticlesADay);
    }

    private double Exponential(double mean) => -mean * Math.Log(1 - _random.NextDouble());

    /// <summary>Articles of a story on average, as the shape and the largest one give it.</summary>
    private const double MeanSize = 3.2;

    private (Document, IReadOnlyList<Statement>) Write(NewsStory story, int number, double hour)
    {
        var outlet = MadeWords.Outlet(ZipfWords.Rank(_random, Outlets, 3));
        var lines = story.Copied(_random, CopiesOf) ?? story.Lines(_random);
        story.Wrote(outlet, lines);
        var text = new StringBuilder(story.Title).Append("\n\n");
        var attributions = lines.Select(line => line.Write(text)).OfType<Attribution>().ToList();
        var bytes = Encoding.UTF8.GetBytes(text.Append(number.ToString(CultureInfo.InvariantCulture)).Append('\n').ToString());
        var hash = Convert.ToHexStringLower(SHA256.HashData(bytes));
        var document = new Document
        {
            Id = DocumentId.Of(hash, StatedMetadata.None),
            Raw = bytes,
            RawHash = hash,
            MediaType = "text/plain",
            Text = text.ToString(),
            Title = story.Title,
            Outlet = outlet,
            Url = string.Create(CultureInfo.InvariantCulture, $"https://{outlet.Replace(' ', '-').ToLowerInvariant()}.example/{number}"),
            Language = "en",
            Published = _begin.PlusMinutes((long)(hour * 60)).WithOffset(Offset.Zero),
        };
        return (document, Interpreter.Interpret(document, attributions));
    }
}
