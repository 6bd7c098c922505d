using Sayso.Core.Linguistics;

namespace Sayso.Core.Attributions;

/// <summary>A run of words with one role, as the labels have it.</summary>
/// <param name="Role">The role.</param>
/// <param name="First">Index of the first word.</param>
/// <param name="End">The index after the last word.</param>
public readonly record struct RoleSpan(Role Role, int First, int End)
{
    /// <summary>The spans of a label sequence, in order; they do not overlap. An I-label after another kind begins a span.</summary>
    public static IReadOnlyList<RoleSpan> Of(ReadOnlySpan<byte> labels)
    {
        List<RoleSpan> found = [];
        for (var i = 0; i < labels.Length;)
        {
            if (labels[i] == RoleLabels.Outside)
            {
                i++;
                continue;
            }

            var role = RoleLabels.RoleOf(labels[i]);
            var end = i + 1;
            while (end < labels.Length && labels[end] == RoleLabels.Inside(role))
            {
                end++;
            }

            found.Add(new RoleSpan(role, i, end));
            i = end;
        }

        return found;
    }
}
