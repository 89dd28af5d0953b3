using System.Text.RegularExpressions;

namespace ConnectionGen.Cli.Platforms;

/// <summary>A mode of a device's command line, known by its prompt.</summary>
/// <param name="Name">The name, as messages and <c>GoToAsync</c> use it: <c>enable</c>, <c>config</c>.</param>
/// <param name="Prompt">
/// What the last line looks like in this mode. A group named <c>host</c> says where the device's name stands; once the name is known,
/// a prompt with another name is believed only after the device has been quiet for a moment.
/// </param>
public sealed record Mode(string Name, Regex Prompt)
{
    /// <summary>
    /// What the line above the prompt's last line looks like where it belongs to the prompt, such as Junos' <c>[edit]</c>; it is in no output.
    /// Null where prompts have one line.
    /// </summary>
    public Regex? LineAbove { get; init; }

    /// <summary>True if only <see cref="LineAbove"/> tells this mode from others, so that the last line alone is not enough.</summary>
    public bool NeedsLineAbove { get; init; }

    /// <inheritdoc/>
    public override string ToString() => Name;
}
