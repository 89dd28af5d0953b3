namespace ConnectionGen.Tests.Behaviours;

/// <summary>A behaviour: what it is here, and why not where it does not apply.</summary>
internal sealed record ListedBehaviour(string Id, string Text, string? Reason);

/// <summary>Behaviours of one subject. A group without any is one whose ids are not listed yet; tests may carry them.</summary>
internal sealed record BehaviourGroup(string Prefix, string Title, IReadOnlyList<ListedBehaviour> Behaviours);

/// <summary>The list of behaviours: a line <c># group, title</c>, then lines <c>id, what it is here, why it does not apply</c>, the last only where it does not; tabs between.</summary>
internal static class BehaviourList
{
    public static IReadOnlyList<BehaviourGroup> Parse(string text)
    {
        var groups = new List<BehaviourGroup>();
        foreach (var line in text.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            var parts = line.Split('\t');
            if (line.StartsWith("# ", StringComparison.Ordinal))
            {
                groups.Add(new(parts[0][2..], parts[1], []));
                continue;
            }

            var behaviour = new ListedBehaviour(parts[0], parts[1], parts.Length > 2 ? parts[2] : null);
            if (groups.Count == 0 || !behaviour.Id.StartsWith(groups[^1].Prefix + "-", StringComparison.Ordinal))
            {
                throw new FormatException($"'{line}' stands under another group.");
            }

            groups[^1] = groups[^1] with { Behaviours = [.. groups[^1].Behaviours, behaviour] };
        }

        return groups;
    }
}
