using Sayso.Core.Text;

namespace Sayso.Core.Linguistics;

/// <summary>The role of a span in an attribution (PARC3, PolNeAR).</summary>
public enum Role
{
    /// <summary>Who is credited.</summary>
    Source,

    /// <summary>The words that credit.</summary>
    Cue,

    /// <summary>What is credited.</summary>
    Content,
}

/// <summary>
/// The labels of the role head, in the network's order: O, then B and I of source, cue, content (BIO, Ramshaw and
/// Marcus 1995).
/// </summary>
public static class RoleLabels
{
    /// <summary>Number of labels.</summary>
    public const int Count = 7;

    /// <summary>The label outside every span.</summary>
    public const int Outside = 0;

    /// <summary>The label of a span's first word.</summary>
    public static int Begin(Role role) => 1 + (2 * (int)role);

    /// <summary>The label of a span's further words.</summary>
    public static int Inside(Role role) => 2 + (2 * (int)role);

    /// <summary>Whether <paramref name="label"/> is an I-label.</summary>
    public static bool IsInside(int label) => label > 0 && label % 2 == 0;

    /// <summary>The role of a B- or I-label.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The label is O or none of the seven.</exception>
    public static Role RoleOf(int label)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(label, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(label, Count);
        return (Role)((label - 1) / 2);
    }

    /// <summary>A label as BIO schemes write it (Ramshaw and Marcus 1995): <c>O</c>, or <c>B-</c> or <c>I-</c> and the role's name.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The label is none of the seven.</exception>
    public static string NameOf(int label) =>
        label == Outside ? "O" : $"{(IsInside(label) ? 'I' : 'B')}-{ClosedSet.NameOf(RoleOf(label))}";

    /// <summary>Whether <paramref name="next"/> may follow <paramref name="label"/>: an I-label only after its own kind.</summary>
    public static bool MayFollow(int label, int next) => !IsInside(next) || label == next || label == next - 1;
}
