using System.Text;

namespace ConnectionGen.TestSupport;

/// <summary>Files that are made to take all time and memory.</summary>
public static class HostileTexts
{
    /// <summary>Twenty lists, each of ten times the one before: written out, more values than fit anywhere.</summary>
    public static string AliasesOfAliases()
    {
        var text = new StringBuilder("x-0: &a0 [a, a, a, a, a, a, a, a, a, a]\n");
        for (var i = 1; i < 20; i++)
            text.Append("x-").Append(i).Append(": &a").Append(i).Append(" [").AppendJoin(", ", Enumerable.Repeat($"*a{i - 1}", 10)).Append("]\n");

        return text.Append("devices: {}\n").ToString();
    }

    /// <summary>Lists in each other.</summary>
    /// <param name="depth">How deep.</param>
    public static string ListsInLists(int depth) => $"devices: {new string('[', depth)}{new string(']', depth)}";
}
