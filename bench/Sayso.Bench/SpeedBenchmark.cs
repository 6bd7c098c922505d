using Sayso.Inference.Models;
using Sayso.Inference.Tokenizing;
using Sayso.Inference.Windowing;

namespace Sayso.Bench;

/// <summary>
/// How fast <c>read</c> is beside the bare encoder. All is measured in one run, the encoder before and after the
/// program, so that a busy machine slows both; only the ratios mean something elsewhere.
/// </summary>
internal static class SpeedBenchmark
{
    private const double SameWindowsGoal = 0.7, EachWordOnceGoal = 0.55, RulesGoal = 0.1, StartGoal = 1.5, MemoryGoal = 700e6, ExtractionGoal = 5;
    private const int ArticlesOfATrial = 12;

    /// <summary>Measures and prints, and says where a goal is missed; that is no failure, as the machine may be busy.</summary>
    public static void Run(Place place, int articles, TextWriter output)
    {
        string[] files = [.. Directory.GetFiles(place.Articles, "*.txt").Order(StringComparer.Ordinal).Take(articles)];
        var model = AttributionModel.Load(place.Model);
        var encoder = new TextEncoder(model.Vocabulary);
        EncodedText[] texts = [.. files.Select(file => encoder.Encode(File.ReadAllText(file)))];
        var words = texts.Sum(text => (long)text.Tokens.Length);
        var pieces = texts.Sum(text => (long)text.Pieces.Length);
        var read = texts.Sum(text => WindowCutter.Cut(text, model.Windows).Sum(w => (long)text.CountPieces(w.First, w.End)));
        output.WriteLine($"{files.Length:N0} articles, {words:N0} words, {pieces:N0} pieces, read {(double)read / pieces:F2} times on average; {Environment.ProcessorCount} cores");

        using var bare = new BareEncoder(model);
        EncodedText[] trial = [.. texts.Take(ArticlesOfATrial)];
        bare.SameWindows(trial);
        var best = BareEncoder.Shapes.MinBy(shape => bare.EachWordOnce(trial, shape));
        ReadProcess.Run(place, files.Take(1));
        var start = ReadProcess.Run(place, files.Take(1));

        var extraction = Extraction.WordsPerSecond(place.Pages);
        EncodedText[][] halves = [texts[..(texts.Length / 2)], texts[(texts.Length / 2)..]];
        var (same, once) = (bare.SameWindows(halves[0]), bare.EachWordOnce(halves[0], best));
        var program = ReadProcess.Run(place, files);
        once += bare.EachWordOnce(halves[1], best);
        same += bare.SameWindows(halves[1]);

        output.WriteLine($"bare encoder, the same windows     {words / same.TotalSeconds,10:N0} words/s");
        output.WriteLine($"bare encoder, each word once       {words / once.TotalSeconds,10:N0} words/s   ({best})");
        output.WriteLine($"sayso read, from files to JSON     {words / program.Time.TotalSeconds,10:N0} words/s");
        if (extraction is { } rate)
        {
            output.WriteLine($"HTML to text                       {rate,10:N0} words/s");
            Goal(output, "times the encoder's rate, HTML to text", rate / (words / same.TotalSeconds), ExtractionGoal, atLeast: true);
        }

        Goal(output, "of the same windows", same / program.Time, SameWindowsGoal, atLeast: true);
        Goal(output, "of each word once", once / program.Time, EachWordOnceGoal, atLeast: true);
        Goal(output, "of its time in rules for figures, times, own voice and what does not add up", ValueRules.Time(files.Select(File.ReadAllText)) / (program.Time * Environment.ProcessorCount), RulesGoal, atLeast: false);
        Goal(output, "seconds to the first document", start.FirstLine.TotalSeconds, StartGoal, atLeast: false);
        Goal(output, "MB of memory at most", program.PeakBytes / 1e6, MemoryGoal / 1e6, atLeast: false);
    }

    private static void Goal(TextWriter output, string what, double value, double goal, bool atLeast)
    {
        var met = atLeast ? value >= goal : value <= goal;
        output.WriteLine($"{value,8:0.##}  {what} (goal: {(atLeast ? "at least" : "at most")} {goal:0.##}){(met ? "" : "  MISSED")}");
    }
}
