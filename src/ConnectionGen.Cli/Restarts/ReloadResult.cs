namespace ConnectionGen.Cli;

/// <summary>How a device came back.</summary>
/// <param name="Output">All that it said while the link was there; secrets are replaced.</param>
/// <param name="Duration">From typing the command to a session that is ready.</param>
/// <param name="LostLink">True if the link was closed and opened anew; false if it stayed, as a console's does.</param>
/// <param name="Attempts">How many attempts it took to connect again; 0 where the link stayed.</param>
public sealed record ReloadResult(string Output, TimeSpan Duration, bool LostLink, int Attempts);
