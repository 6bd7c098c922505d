using System.Text.RegularExpressions;
using Sayso.Core.Entities;

namespace Sayso.Core.Chains;

/// <summary>Who "police" and other forces are, where the text names one. Looks at a bounded stretch behind each name.</summary>
internal sealed partial class Forces
{
    private const int LongestForce = 30;
    private readonly Dictionary<string, Speaker> _forces = new(StringComparer.Ordinal);

    /// <summary>Finds them in a text.</summary>
    public Forces(SpeakerScene scene) => Find(scene);

    /// <summary>The one that a word means: "police", "deputies", "prosecutors"; <c>null</c> where the text names none.</summary>
    public Speaker? Of(string word) => _forces.GetValueOrDefault(word);

    /// <summary>"Tarn Police", "the TPD" and "the Tarn police" tell who "police" are, "Tarn prosecutors" who prosecutors are.</summary>
    private void Find(SpeakerScene scene)
    {
        foreach (var mention in scene.Names)
        {
            var name = mention.Entity.Name;
            if (name.Contains("Police", StringComparison.Ordinal) || name.EndsWith("PD", StringComparison.Ordinal))
            {
                _forces.TryAdd("police", Speaker.Of(mention.Entity) with { IsPlural = true });
            }
            else if (name.Contains("Sheriff", StringComparison.Ordinal) && !mention.Entity.IsPerson)
            {
                _forces.TryAdd("deputies", Speaker.Of(mention.Entity) with { IsPlural = true });
            }

            if (!mention.Entity.IsPerson && !World.IsDemonym(name) && !World.IsCountry(name)
                && Force().Match(scene.Text, mention.Span.End, Math.Min(LongestForce, scene.Text.Length - mention.Span.End)) is { Success: true } force)
            {
                var end = force.Groups[1].Index + force.Groups[1].Length;
                _forces.TryAdd(force.Groups[1].Value,
                    new Speaker(scene.Text[mention.Span.Start..end], SourceKind.Named) { Head = force.Groups[1].Value, IsPlural = true });
            }
        }
    }

    /// <summary>"police", and not "police officer".</summary>
    [GeneratedRegex(@"\G\s(police|prosecutors)\b(?!\s(?:officer|chief|department|station|captain|commissioner|commander|spokes|force|sergeant|detective))")]
    private static partial Regex Force();
}
