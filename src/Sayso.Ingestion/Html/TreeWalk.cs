using System.Runtime.InteropServices;
using AngleSharp.Dom;

namespace Sayso.Ingestion.Html;

/// <summary>One step of a walk over a tree.</summary>
/// <param name="Node">The node that is entered or left.</param>
/// <param name="IsLeaving">Whether everything under it is done.</param>
/// <param name="Depth">How many nodes it stands in, the root not counted.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Step(INode Node, bool IsLeaving, int Depth);

/// <summary>
/// Walks a tree in document order without recursion, and by index: asking a node for its next sibling searches its
/// parent's children, which makes a flat page of many elements quadratic.
/// </summary>
internal static class TreeWalk
{
    /// <summary>Each node under <paramref name="root"/> twice, on the way in and out; <paramref name="isSkipped"/> prunes.</summary>
    public static IEnumerable<Step> Of(INode root, Func<INode, bool>? isSkipped = null)
    {
        Stack<(INode Node, INodeList Children, int Next)> open = new();
        open.Push((root, root.ChildNodes, 0));
        while (open.TryPop(out var top))
        {
            if (top.Next == top.Children.Length)
            {
                if (open.Count > 0)
                {
                    yield return new Step(top.Node, IsLeaving: true, open.Count);
                }

                continue;
            }

            var child = top.Children[top.Next];
            open.Push(top with { Next = top.Next + 1 });
            if (isSkipped?.Invoke(child) == true)
            {
                continue;
            }

            yield return new Step(child, IsLeaving: false, open.Count);
            open.Push((child, child.ChildNodes, 0));
        }
    }
}
