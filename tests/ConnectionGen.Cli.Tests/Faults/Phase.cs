namespace ConnectionGen.Cli.Tests.Faults;

/// <summary>What is under way when a fault comes.</summary>
internal enum Phase
{
    Connect,
    Login,
    Enable,
    Command,
    Configure,
    Reload,
    Disconnect,
}

/// <summary>Where on the router a phase happens.</summary>
internal static class Phases
{
    /// <summary>The states in which its lines are typed.</summary>
    public static string[] States(this Phase phase) => phase switch
    {
        Phase.Connect => ["login"],
        Phase.Login => ["password"],
        Phase.Enable => ["exec", "enable_password"],
        Phase.Command => ["enable", "more"],
        Phase.Configure => ["config"],
        Phase.Reload => ["enable", "reload_confirm"],
        _ => ["enable"],
    };

    /// <summary>Those of them that show a prompt, or a question of the login: Enter asks for it again where a message has pushed it away. Nothing asks for another question.</summary>
    public static string[] Prompts(this Phase phase) => [.. phase.States().Where(static state => state is not ("enable_password" or "more" or "reload_confirm"))];

    /// <summary>A line that it types.</summary>
    public static string Line(this Phase phase, Random chance) => phase switch
    {
        Phase.Connect => "admin",
        Phase.Login => FaultyRouter.Login,
        Phase.Enable => Any(chance, "enable", FaultyRouter.Enable),
        Phase.Command => "show interfaces",
        Phase.Configure => Any(chance, "configure terminal", "interface Loopback0", "description ours", "end"),
        Phase.Reload => "reload",
        _ => "exit",
    };

    /// <summary>A state that it comes to.</summary>
    public static string Entered(this Phase phase) => phase switch
    {
        Phase.Connect => "login",
        Phase.Login => "password",
        Phase.Enable => "enable_password",
        Phase.Command => "more",
        Phase.Configure => "config",
        Phase.Reload => "reload_confirm",
        _ => "goodbye",
    };

    /// <summary>How many lines are typed before it.</summary>
    public static int LinesBefore(this Phase phase) => phase switch
    {
        Phase.Connect => 0,
        Phase.Login => 1,
        Phase.Enable => 2,
        _ => 4,
    };

    /// <summary>True for a phase that is part of opening the connection.</summary>
    public static bool IsOpening(this Phase phase) => phase is Phase.Connect or Phase.Login;

    private static string Any(Random chance, params ReadOnlySpan<string> lines) => lines[chance.Next(lines.Length)];
}
