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
        var (node, children, next) = (root, root.ChildNodes, 0);
        while (true)
        {
            if (next == children.Length)
            {
                if (open.Count == 0)
                {
                    yield break;
                }

                yield return new Step(node, IsLeaving: true, open.Count);
                (node, children, next) = open.Pop();
                continue;
            }

            var child = children[next++];
            if (isSkipped?.Invoke(child) == true)
            {
                continue;
            }

            yield return new Step(child, IsLeaving: false, open.Count + 1);
            if (child.ChildNodes is { Length: > 0 } inner)
            {
                open.Push((node, children, next));
                (node, children, next) = (child, inner, 0);
            }
            else
            {
                yield return new Step(child, IsLeaving: true, open.Count + 1);
            }
        }
    }
}
