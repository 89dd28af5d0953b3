namespace ConnectionGen.TestbedFiles;

/// <summary>Finds references that lead back to where they stand.</summary>
internal static class MarkupCircle
{
    // a longer way is too long to read, too
    private const int MostSteps = 100;

    /// <summary>The way in a circle, as references joined with arrows; null where the references of a text lead to an end.</summary>
    public static string? Find(TestbedDocument document, DeviceNode? device, YamlScalar start)
    {
        var steps = 0;
        var way = new List<string>();
        return Leads(start, way) ? string.Join(" -> ", way) : null;

        bool Leads(YamlScalar text, List<string> way)
        {
            foreach (var part in Markup.Find(text.Text))
            {
                if (part.Kind != MarkupKind.Reference || ++steps > MostSteps || way.Count > ReadingLimits.Depth)
                    continue;

                if (MarkupReference.Find(document, device, part.Argument, text) is not YamlScalar target || part.Argument == "self")
                    continue;

                way.Add(part.Argument);
                if (ReferenceEquals(target, start))
                    way.Add(way[0]);
                if (ReferenceEquals(target, start) || Leads(target, way))
                    return true;

                way.RemoveAt(way.Count - 1);
            }

            return false;
        }
    }
}
