using Sayso.Core.Claims;
using Sayso.Core.Documents;

namespace Sayso.Evaluation.Gold;

/// <summary>A headline that was collected for a claim, with what it does with it.</summary>
/// <param name="Headline">The headline, as a document of its own.</param>
/// <param name="Claim">The claim's wording, as another.</param>
/// <param name="Side">For it, against it, or neither: a headline that only tells of it.</param>
public sealed record StancedHeadline(Document Headline, Document Claim, Side Side);
